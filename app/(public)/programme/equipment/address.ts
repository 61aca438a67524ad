/** The address of a bag: all that is known of it. */
export const bagAddress = (items: readonly string[]) =>
  items.length > 0
    ? `/programme/equipment?${new URLSearchParams(items.map((item) => ['m', item]))}`
    : '/programme/equipment'
