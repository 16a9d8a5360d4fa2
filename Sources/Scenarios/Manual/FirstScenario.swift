import HTMLTree
import Simulator

/// Writes a first scenario for a page: it opens the page, expects what is there, and shows in remarks how to go on.
package struct FirstScenario {
    private let simulator: Simulator
    private let path: String
    private var document: Document { simulator.document }
    private var finder: TargetFinder { TargetFinder(simulator: simulator) }

    /// - Parameter path: The path of the page that is open in the simulator.
    package init(of simulator: Simulator, at path: String) {
        self.simulator = simulator
        self.path = path
    }

    /// A name for its file, as `settings.yaml`.
    package var fileName: String {
        let words = path.lowercased().split { !$0.isLetter && !$0.isNumber }
        return (words.isEmpty ? "first" : words.joined(separator: "-")) + ".yaml"
    }

    /// The whole file.
    package var text: String {
        """
        \(ScenarioSchema.modeline())
        # What a person does and sees, step by step. "scenario explain" tells of every step, "scenario explain header" of
        # what may stand above them.
        scenario: \(TargetSpelling.quoted("The page at \(path) opens"))
        tags: [smoke]
        steps:
          - open: \(TargetSpelling.quoted(path))
          - expect: \(expectation)
          # What may come next:
        \(remarks.map { "  # - \($0)\n" }.joined())
        """
    }

    /// What the page is known by: its heading, else its title, else that it is there at all.
    private var expectation: String {
        for node in finder.page.elements(below: document.root) where document.role(of: node) == "heading" {
            let name = document.accessibleName(of: node)
            let others = finder.matches(.role("heading"), named: name, purpose: .look, below: document.root)
            if !name.isEmpty, name.count < 100, others.count == 1 {
                return "{ target: { role: heading, named: \(TargetSpelling.quoted(name)) } }"
            }
        }
        let title = simulator.client.title
        return title.isEmpty
            ? "{ path: \(TargetSpelling.quoted(simulator.client.url)) }" : "{ title: \(TargetSpelling.quoted(title)) }"
    }

    /// Steps with what is really on the page, where it has such things.
    private var remarks: [String] {
        let nodes = finder.page.elements(below: document.root)
        let field = nodes.first {
            document.controlKind(of: $0)?.isTextEntry == true && !finder.labelTexts(of: $0).isEmpty
        }
        let label = field.flatMap { finder.labelTexts(of: $0).first } ?? "Name"
        func name(_ role: String) -> String? {
            nodes.first { document.role(of: $0) == role && !document.accessibleName(of: $0).isEmpty }
                .map { document.accessibleName(of: $0) }
        }
        let button = name("button") ?? name("link") ?? "Save"
        return [
            "fill: { label: \(TargetSpelling.quoted(label)), with: Ada }",
            "click: \(TargetSpelling.quoted(button))",
            "expect: { flash: { info: Saved } }   # the whole text of a banner",
            "expect: A text that is on the page",
            "press: tab enter",
            "snapshot: first sight                # kept beside this file, and compared from then on",
        ]
    }
}
