import HTMLTree
import LiveClient
import LiveProtocol
import Simulator
import TextLayout

/// Keeps what the page of a case was like when its first step failed.
package final class ArtifactRecorder: CaseObserver {
    private let folder: ArtifactFolder
    private let sources: [any ArtifactSource]
    private var last: Simulator?
    private var files: [ArtifactFile]?
    package private(set) var artifacts: String?

    /// - Parameter sources: What else makes files of the case.
    package init(in folder: ArtifactFolder, with sources: [any ArtifactSource] = []) {
        self.folder = folder
        self.sources = sources
    }

    package func stepEnded(_ moment: StepMoment) {
        for source in sources { source.stepEnded(moment) }
        last = moment.simulator
        if moment.failure != nil, files == nil { files = Self.files(of: moment.simulator) }
    }

    package func caseEnded(_ result: CaseResult) {
        for source in sources { source.caseEnded(result) }
        guard result.isFailure else { return }
        let own = files ?? last.map(Self.files) ?? []
        let words = ArtifactFile(name: "failure.txt", text: result.problems.map(\.text).joined(separator: "\n"))
        artifacts = folder.write([words] + own + sources.compactMap(\.artifact), ofCase: result.id)
    }

    private static func files(of simulator: Simulator) -> [ArtifactFile] {
        let frame = simulator.frame()
        return [
            ArtifactFile(name: "frame.txt", text: frame.text + "\n"),
            ArtifactFile(name: "frame.ansi", text: frame.ansi() + "\n"),
            ArtifactFile(name: "frame.svg", text: frame.svg()),
            ArtifactFile(name: "page.html", text: simulator.document.outerHTML(of: simulator.document.root) + "\n"),
            ArtifactFile(name: "state.json", text: state(of: simulator.client).json + "\n"),
            ArtifactFile(name: "diffs.jsonl", text: simulator.client.log.compactMap(line).joined()),
        ]
    }

    /// What the session holds, as far as it can be seen from here.
    private static func state(of client: LiveClient) -> JSONValue {
        var members: [(String, JSONValue)] = [("url", .string(client.address)), ("title", .string(client.title))]
        if let inspection = client.inspection {
            members += [
                ("view", .string(inspection.view)), ("context", inspection.context),
                ("flash", .object(inspection.flash)),
                ("failures", .array(inspection.failures.map { .string($0) })),
            ]
        }
        return .object(.init(uniqueKeysWithValues: members))
    }

    /// A diff as it came, or what else happened in words.
    private static func line(_ entry: LogEntry) -> String? {
        let time = entry.time / .milliseconds(1)
        if case .received(let diff, let topic) = entry.event {
            return """
                {"ms":\(JSONValue.number(time).json),"topic":\(JSONValue.string(topic).json),\
                "bytes":\(diff.jsonSize),"diff":\(diff.json)}

                """
        }
        return EventSpelling.text(of: entry).map { text in
            (["ms": .number(time), "event": .string(text)] as JSONValue).json + "\n"
        }
    }
}

/// What makes a file of a case that it sees, which is kept when the case fails.
package protocol ArtifactSource: CaseObserver {
    /// The file, once the case is over.
    var artifact: ArtifactFile? { get }
}
