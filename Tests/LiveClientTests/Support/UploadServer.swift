import LiveProtocol
import OrderedCollections

@testable import LiveClient

/// A server behind a `LivePage` that takes files: it renders a form with one live file input and answers preflights and
/// channels. What it was told it keeps as one line each.
final class UploadServer {
    struct Known {
        var name: String
        var progress = 0
        var isPreflighted = false
        var error: String?
    }

    let page: LivePage
    /// The attributes of the file input besides its references.
    private let attributes: String
    private let form: String
    private(set) var entries: [(ref: String, known: Known)] = []
    private var told: [String] = []
    private(set) var bytes: [String: [UInt8]] = [:]
    /// In bytes.
    var chunkSize = 10
    /// The entries that a preflight refuses, with the reason.
    var refusals: [String: String] = [:]
    /// What each entry is sent with; a token unless told.
    var passes: [String: JSONValue] = [:]
    /// The answer to chunks.
    var chunkReply: Reply? = .handled(nil)

    init(_ attributes: String = #"name="avatar""#, form: String = #"phx-change="v" phx-submit="s""#) throws {
        self.attributes = attributes
        self.form = form
        page = try LivePage(Self.html([], attributes, form))
        page.answerUploads = { [weak self] frame in self?.answer(frame) }
    }

    /// What the client said since the last look.
    func log() -> [String] {
        defer { told = [] }
        return told
    }

    private func answer(_ frame: ClientFrame) -> Reply? {
        switch frame.message {
        case .event(let push):
            told.append("\(push.event) \(push.uploads.map(Self.words) ?? "without uploads")")
            for entry in push.uploads?["U"] ?? [] where !entries.contains(where: { $0.ref == entry.reference }) {
                if !attributes.contains("multiple") { entries = [] }
                entries.append((entry.reference, Known(name: entry.name)))
            }
            return .handled(diff)
        case .allowUpload(let preflight):
            told.append("preflight \(preflight.entries.map(\.reference).joined(separator: ","))")
            var reply = UploadReply(
                reference: "U", configuration: ["chunk_size": .integer(chunkSize), "chunk_timeout": 1000])
            for entry in preflight.entries {
                if let reason = refusals[entry.reference] {
                    reply.errors[entry.reference] = [.string(reason)]
                } else {
                    reply.entries[entry.reference] =
                        passes[entry.reference] ?? .string("token \(entry.reference)")
                    change(entry.reference) { $0.isPreflighted = true }
                }
            }
            reply.diff = diff
            return .upload(reply)
        case .uploadProgress(let progress):
            let event = progress.event.map { " \($0)" } ?? ""
            switch progress.state {
            case .percent(let percent):
                told.append("progress \(progress.entryReference) \(percent)\(event)")
                change(progress.entryReference) { $0.progress = percent }
            case .failed(let reason):
                told.append("progress \(progress.entryReference) error \(reason)")
                change(progress.entryReference) { $0.error = reason }
            }
            return .handled(diff)
        case .joinUpload(let token):
            told.append("join \(frame.topic) \(token.string ?? token.json)")
            return .handled(nil)
        case .uploadChunk(let chunk):
            told.append("chunk \(frame.topic) \(chunk.count)")
            guard chunkReply == .handled(nil) else { return chunkReply }
            bytes[frame.topic, default: []] += chunk
            return chunkReply
        case .leave where frame.topic.hasPrefix("lvu:"):
            told.append("leave \(frame.topic)")
            return .handled(nil)
        case .join, .leave, .livePatch, .componentsWillBeDestroyed, .componentsDestroyed: return nil
        }
    }

    private func change(_ ref: String, _ body: (inout Known) -> Void) {
        for place in entries.indices where entries[place].ref == ref { body(&entries[place].known) }
    }

    /// Takes an entry away, as a handler does that cancels it.
    func cancel(_ ref: String) {
        entries.removeAll { $0.ref == ref }
        page.transport.push(.diff(diff), topic: LivePage.topic)
        page.client.settle()
    }

    private var diff: Diff {
        Diff(root: NodeDiff(dynamics: [0: .text(Self.html(entries, attributes, form))]))
    }

    private static func html(_ entries: [(ref: String, known: Known)], _ attributes: String, _ form: String) -> String {
        func refs(_ isMeant: (Known) -> Bool) -> String {
            entries.filter { isMeant($0.known) }.map(\.ref).joined(separator: ",")
        }
        let errors = refs { $0.error != nil }
        return """
            <form id="f" \(form)><input type="file" id="U" \(attributes) data-phx-hook="Phoenix.LiveFileUpload" \
            data-phx-update="ignore" data-phx-upload-ref="U" data-phx-active-refs="\(refs { _ in true })" \
            data-phx-done-refs="\(refs { $0.progress == 100 })" \
            data-phx-preflighted-refs="\(refs { $0.isPreflighted })"\
            \(errors.isEmpty ? "" : " data-phx-error-refs=\"\(errors)\"")><button id="go">Send</button></form>
            """
    }

    private static func words(_ uploads: OrderedDictionary<String, [UploadEntry]>) -> String {
        let all = uploads.flatMap { upload in upload.value.map { "\(upload.key):\($0.reference)=\($0.name)" } }
        return all.isEmpty ? "{}" : all.joined(separator: " ")
    }
}
