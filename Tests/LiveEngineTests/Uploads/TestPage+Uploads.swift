import Basics
import LiveProtocol
import Templates
import Testing

@testable import LiveEngine

/// A page that sends files, as a client does.
extension TestPage {
    /// A file's channel.
    struct Channel {
        let topic: String
        let joinReference: Int
    }

    static func entry(_ ref: String, _ name: String, size: Int, type: String = "") -> UploadEntry {
        UploadEntry(reference: ref, name: name, type: type, size: size)
    }

    /// The reference of the only file input.
    var uploadRef: String {
        html.split(separator: #"data-phx-upload-ref=""#).last.map { String($0.prefix { $0 != "\"" }) } ?? ""
    }

    /// The value of an attribute of the file input; nil when it has none.
    func input(_ attribute: String) -> String? {
        guard let start = html.firstRange(of: "\(attribute)=\"") else { return nil }
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    /// The words in all elements of a name.
    func texts(_ element: String) -> [String] {
        html.split(separator: "<\(element)>").dropFirst().map { part in
            String(part[..<(part.firstRange(of: "</\(element)>")?.lowerBound ?? part.endIndex)])
        }
    }

    @discardableResult
    func choose(_ entries: [UploadEntry], in component: Int? = nil) -> Reply? {
        send(
            .event(
                EventPush(
                    type: "form", event: "choose", value: .form(""), uploads: [uploadRef: entries],
                    component: component)))
    }

    @discardableResult
    func preflight(_ entries: [UploadEntry], in component: Int? = nil) throws -> UploadReply {
        let reply = send(
            .allowUpload(UploadPreflight(reference: uploadRef, entries: entries, component: component)))
        guard case .upload(let upload) = reply else {
            Issue.record("no answer to the preflight: \(String(describing: reply))")
            return UploadReply(reference: "")
        }
        return upload
    }

    /// The tokens of files that may be sent, by entry.
    func tokens(for entries: [UploadEntry], in component: Int? = nil) throws -> [String: String] {
        try preflight(entries, in: component).entries.reduce(into: [:]) { $0[$1.key] = $1.value.string }
    }

    @discardableResult
    func joinUpload(_ ref: String, _ token: String) -> (channel: Channel, reply: Reply?) {
        let channel = Channel(topic: "lvu:\(ref)", joinReference: reference + 1)
        return (
            channel,
            send(.joinUpload(token: .string(token)), topic: channel.topic, joinReference: channel.joinReference)
        )
    }

    @discardableResult
    func chunk(_ text: String, on channel: Channel) -> Reply? {
        send(.uploadChunk(Array(text.utf8)), topic: channel.topic, joinReference: channel.joinReference)
    }

    @discardableResult
    func progress(_ ref: String, _ state: UploadProgress.State, in component: Int? = nil) -> Reply? {
        send(
            .uploadProgress(
                UploadProgress(reference: uploadRef, entryReference: ref, state: state, component: component)))
    }

    /// Chooses a file and sends all of it.
    @discardableResult
    func upload(_ ref: String, _ name: String, _ text: String, in component: Int? = nil) throws -> Channel {
        let entry = Self.entry(ref, name, size: text.utf8.count)
        choose([entry], in: component)
        let token = try #require(try tokens(for: [entry], in: component)[ref])
        let channel = joinUpload(ref, token).channel
        chunk(text, on: channel)
        progress(ref, .percent(100), in: component)
        return channel
    }

    /// The folder of the engine's temporary files; nil when there is none.
    var folder: String? { engine.shared.uploadFolder.path }

    /// How many files are in a folder.
    func fileCount(in folder: String) -> Int {
        FileSystem.entries(of: folder).filter { $0 != "." && $0 != ".." }.count
    }
}
