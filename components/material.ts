/** The material of a membership card, named after the five statuses. */
export type Material = 'red' | 'silver' | 'gold' | 'platinum' | 'black'
