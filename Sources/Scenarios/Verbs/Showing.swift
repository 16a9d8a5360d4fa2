import HTMLTree
import LiveClient
import LiveProtocol
import Simulator
import TextLayout

extension Verb {
    private static let name = Option("name", .text, "The picture's name.", isRequired: true)
    private static let form = Option<SnapshotRequest.Form>("as", .word, "What is compared; the frame unless told.")
    private static let target = Option("of", .target, "The element to which it is limited.")
    private static let masks = Option(
        "hide", .oneOrMore(mask), "Texts and targets to mask, which differ from run to run; of a target all that fit.")
    private static let mask = Notation<SnapshotRequest.Mask>(.target) { value in
        if let text = value.text { .text(text) } else { value.target.map { .elements($0) } }
    }

    static let snapshot = Verb(
        "snapshot", "Compares a picture of the page with the one that is kept.",
        example: "snapshot: { name: form, of: { role: form }, as: outline }",
        shape: .short(.text, .init("snapshot", name, form, target, masks))
    ) { argument in
        (argument[name] ?? argument.text).map { name in
            SnapshotStep(
                request: SnapshotRequest(
                    name: name, form: argument[form] ?? .frame, target: argument[target],
                    masks: argument[masks] ?? []))
        }
    }

    static let dump = Verb(
        "dump", "Puts something of this moment into the report.", example: "dump: diffs", argument: .word
    ) { DumpStep(kind: $0) }
}

/// Compares a picture of the page with the one that is kept.
struct SnapshotStep: StepAction {
    let request: SnapshotRequest

    var isDeed: Bool { false }

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let element: NodeID? = if let target = request.target { try run.find(target, for: .look) } else { nil }
        for target in request.maskedTargets { try run.waitForAny(target) }
        let pictures = SnapshotPicture(simulator: run.simulator, colors: run.color)
        if run.serverTime != nil, let kept = run.keptPicture(named: request.name) {
            // What others brought about may still be on its way.
            _ = run.waiting.wait(within: run.standardWait, for: .picture) {
                pictures.text(request, of: element) == kept
            }
        }
        let picture = pictures.text(request, of: element)
        switch run.compare(picture, named: request.name) {
        case .same, .saved: return
        case .differs(let mismatch): throw CaseRun.Stop(reason: .snapshot(mismatch))
        case .notSaved(let path, let reason):
            throw CaseRun.Stop(reason: .impossible(["cannot write \(path): \(reason)"]))
        }
    }
}

/// Puts something of the moment into the report.
struct DumpStep: StepAction {
    enum Kind: String, Hashable, Sendable, CaseIterable {
        case frame, outline, html, state, diffs
    }

    let kind: Kind

    var isDeed: Bool { false }
    var mayExpectFindings: Bool { true }

    func perform(in run: inout CaseRun) { run.dump(text(of: run.simulator)) }

    private func text(of simulator: Simulator) -> String {
        switch kind {
        case .frame: simulator.frame().text
        case .outline: OutlineWriter(simulator: simulator).text(below: simulator.document.root)
        case .html: simulator.document.outerHTML(of: simulator.document.root)
        case .state: Self.state(of: simulator)
        case .diffs: Self.diffs(of: simulator)
        }
    }

    private static func state(of simulator: Simulator) -> String {
        guard let inspection = simulator.client.inspection else { return "the session cannot be seen from here" }
        let flash = JSONValue.object(inspection.flash)
        return "\(inspection.view)\ncontext \(inspection.context.json)\nflash \(flash.json)"
    }

    private static func diffs(of simulator: Simulator) -> String {
        let lines = simulator.client.log.compactMap { entry -> String? in
            guard case .received(let diff, _) = entry.event else { return nil }
            return "\(ScenarioTexts.text(of: entry.time)) \(diff.jsonSize) bytes \(diff.json)"
        }
        return lines.joined(separator: "\n")
    }
}
