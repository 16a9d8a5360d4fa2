/// The custom properties of a page, each set once, within a bound for all of them.
final class VariableTable {
    private var known: [CustomProperties: CustomProperties] = [:]
    private var bytes = 0

    /// No page needs more; beyond it elements have the properties of what is around them.
    private static let limit = 32 << 20

    /// The set that is equal to another; nil where there is no room for one more.
    func intern(_ properties: CustomProperties) -> CustomProperties? {
        if let same = known[properties] { return same }
        let size = properties.values.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count + 64 }
        guard bytes + size <= Self.limit else { return nil }
        bytes += size
        known[properties] = properties
        return properties
    }
}
