/// The custom properties of an element, `--name`, each with what it comes to (CSS Variables 1).
///
/// An object, since most elements have those of what is around them.
final class CustomProperties: Hashable, Sendable {
    let values: [String: String]
    private let hash: Int

    init(_ values: [String: String]) {
        self.values = values
        hash = values.hashValue
    }

    static func == (one: CustomProperties, other: CustomProperties) -> Bool {
        one === other || (one.hash == other.hash && one.values == other.values)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
