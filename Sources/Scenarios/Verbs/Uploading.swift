import LiveClient
import Simulator

extension Verb {
    private static let name = Option("name", .text, "The file's name.", isRequired: true)
    private static let content = Option("content", .text, "What is in it.")
    private static let size = Option("size", .integer(0...1_000_000_000), "How many bytes of no meaning are in it.")
    private static let mediaType = Option("type", .text, "The media type; by the name's ending unless told.")

    /// A file that stands in the scenario itself.
    private static let file = Shape.Mapping("a file", name, content, size, mediaType)
        .choosing([content.name, size.name])

    private static let files = Option(
        "files", Notation<[Located]>(.oneOrMore(.short(.fixedText, file))) { $0.elements },
        "Paths from the scenario's folder, or files as { name, content or size, type }.", isRequired: true)

    static let upload = Verb(
        "upload", "Chooses files in a file input, as one change.",
        example: "upload: { label: Papers, files: [{ name: notes.txt, content: Hello }] }",
        shape: .mapping(.target(for: "upload", files))
    ) { argument, builder in
        guard let target = argument.target, let list = argument[files] else { return nil }
        let chosen = list.compactMap { uploadFile(of: $0, &builder) }
        return chosen.count == list.count ? .action(UploadStep(target: target, files: chosen)) : nil
    }

    private static func uploadFile(of value: Located, _ builder: inout StepBuilder) -> UploadFile? {
        if let path = value.text {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return builder.bytes(ofFile: path, namedBy: value).map { UploadFile(name: name, content: .bytes($0)) }
        }
        return value[name].map { name in
            let text = value[content] ?? ""
            return UploadFile(
                name: name, type: value[mediaType],
                content: value[size].map { .generated(size: $0) } ?? .bytes(Array(text.utf8)))
        }
    }
}

/// Chooses files in a file input.
struct UploadStep: StepAction {
    let target: Target
    let files: [UploadFile]

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        try run.act(on: target, for: .upload) { node throws(SimulatorError) in
            try simulator.choose(files.map(\.file), in: node)
        }
    }
}

/// A file that a step chooses.
struct UploadFile: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case bytes([UInt8])
        /// So many bytes of no meaning, the same ones each time.
        case generated(size: Int)
    }

    let name: String
    /// The media type; what the ending of the name says unless given.
    var type: String?
    let content: Content

    /// The file as a person has it.
    var file: ClientFile {
        switch content {
        case .bytes(let bytes): ClientFile(name: name, type: type, bytes: bytes)
        case .generated(let size):
            ClientFile(name: name, type: type, size: size) { range in
                range.map { UInt8(ascii: "a") + UInt8($0 % 26) }
            }
        }
    }
}
