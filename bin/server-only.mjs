// "server-only" throws outside Next; the programs of this folder are servers too.
export {}
