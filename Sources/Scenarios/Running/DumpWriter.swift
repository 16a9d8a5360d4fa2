import LiveProtocol
import Simulator

/// Writes what a `dump` step asks for.
struct DumpWriter {
    let simulator: Simulator

    func text(_ kind: Step.DumpKind) -> String {
        switch kind {
        case .frame: simulator.frame().text
        case .outline: OutlineWriter(simulator: simulator).text(below: simulator.document.root)
        case .html: simulator.document.outerHTML(of: simulator.document.root)
        case .state: state
        case .diffs: diffs
        }
    }

    private var state: String {
        guard let inspection = simulator.client.inspection else { return "the session cannot be seen from here" }
        let flash = JSONValue.object(inspection.flash)
        return "\(inspection.view)\ncontext \(inspection.context.json)\nflash \(flash.json)"
    }

    private var diffs: String {
        let lines = simulator.client.log.compactMap { entry -> String? in
            guard case .received(let diff, _) = entry.event else { return nil }
            return "\(ScenarioTexts.text(of: entry.time)) \(diff.jsonSize) bytes \(diff.json)"
        }
        return lines.joined(separator: "\n")
    }
}
