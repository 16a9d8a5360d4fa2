import LiveEngine
import Markup

/// Takes files in.
struct PapersView: LiveView {
    struct Context: LiveContext { var kept: [String] = [] }

    enum Event: Decodable, Sendable { case choose, save }

    func mount(_ params: Params, _ socket: inout Socket) throws {
        try socket.allowUpload("papers", UploadRules(accept: [".txt"], maxFileSize: 1 << 20, chunkTimeout: .seconds(900)))
    }

    func handle(_ event: Event, _ socket: inout Socket) throws {
        guard case .save = event else { return }
        socket.context.kept += try socket.consumeUploads("papers") { entry, file in
            "\(entry.name): \(String(decoding: try file.bytes(), as: UTF8.self))"
        }
    }

    func render(_ context: Context, _ meta: Meta) -> Rendered {
        """
        <form phx-change="choose" phx-submit="save">\(meta.uploads["papers"]?.fileInput())</form>\
        <p>\(context.kept.joined(separator: ", "))</p>
        """
    }
}
