/** What a membership card is made of. The names are those of the five statuses. */
export type Material = 'red' | 'silver' | 'gold' | 'platinum' | 'black'
