/** The address of an equipment list, which is its only storage. */
export const equipmentAddress = (items: readonly string[]) =>
  items.length > 0
    ? `/programme/equipment?${new URLSearchParams(items.map((item) => ['m', item]))}`
    : '/programme/equipment'
