import HTMLTree
import Simulator

extension Verb {
    private static let fields = Option("with", .dictionary(.text), "Fields to fill in first, by their names.")

    static let submit = Verb(
        "submit",
        "Submits a form: alone that of the focus or the only one, else through a button or by its name.",
        example: "submit: Save", shape: .short(.text, .target(for: "submit", fields, isNeeded: false)),
        standsAlone: true
    ) { argument in
        SubmitStep(
            target: argument.target,
            fields: (argument[fields] ?? []).map { SubmitStep.FieldValue(name: $0.key, value: $0.value) })
    }
}

/// Submits a form after filling in fields.
struct SubmitStep: StepAction {
    /// A field by its name, and what goes into it.
    struct FieldValue: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// A form or a button; nil for the form of the focus, or the only one.
    let target: Target?
    let fields: [FieldValue]

    func perform(in run: inout CaseRun) throws(CaseRun.Stop) {
        let simulator = run.simulator
        for field in fields {
            try run.act(on: Target(.name(field.name)), for: .choose) { node throws(SimulatorError) in
                try Self.set(field.value, node, simulator)
            }
        }
        let node: NodeID? = if let target { try run.find(target, for: .submit) } else { nil }
        try run.attempt(about: node) { () throws(SimulatorError) in try simulator.submit(node) }
    }

    /// Puts a value into a control of whatever kind.
    private static func set(_ value: String, _ node: NodeID, _ simulator: Simulator) throws(SimulatorError) {
        switch simulator.document.controlKind(of: node) {
        case .select, .radio: try simulator.choose([value], of: node)
        case .checkbox: try value == "true" || value == "on" ? simulator.check(node) : simulator.uncheck(node)
        case .text, .textarea, .range, .color, .button, .image, .hidden, .file, .output, nil:
            try simulator.fill(node, with: value)
        }
    }
}
