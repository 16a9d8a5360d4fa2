extension Shape.Options {
    /// A file that stands in the scenario itself.
    static let file = Shape.Options(
        name: "a file",
        entries: [
            Shape.Option(name: "name", shape: .text, about: "The file's name.", isRequired: true),
            Shape.Option(name: "content", shape: .text, about: "What is in it."),
            Shape.Option(
                name: "size", shape: .integer(0...1_000_000_000), about: "How many bytes of no meaning are in it."),
            Shape.Option(name: "type", shape: .text, about: "The media type; by the name's ending unless told."),
        ], choice: ["content", "size"])
}
