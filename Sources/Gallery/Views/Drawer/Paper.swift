/// A text file that lies in the drawer.
struct Paper: Encodable, Sendable {
    var name: String
    /// In bytes.
    var size: Int
    /// The first words of it.
    var opening: String

    init(name: String, size: Int, text: String) {
        self.name = name
        self.size = size
        let line = text.split(whereSeparator: \.isNewline).first ?? ""
        opening = line.count > 30 ? line.prefix(29) + "…" : String(line)
    }
}
