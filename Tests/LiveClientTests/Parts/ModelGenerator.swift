import TestSupport

@testable import LiveClient

/// Makes up what a server shows, and changes it by chance.
struct ModelGenerator {
    var random: SeededGenerator
    let templates: [ModelTemplate]
    private var keys = 0

    init(seed: UInt64, templates: [ModelTemplate]) {
        random = SeededGenerator(seed: seed)
        self.templates = templates
    }

    private static let texts = [
        "", "", "a", "b c", "x &amp; y", "&lt;b&gt;", "\n", "&eacute;&#x41;", " ", "<i>raw</i>",
        "<i>one</i> two <b>3</b>", "\nline",
    ]
    private static let values = ["", "a", "b c", "x &amp; y", "&quot;", "1"]
    private static let attributes = ["", "", " disabled", " checked", #" data-x="1" hidden"#, " selected"]

    /// The whole of a view.
    mutating func root() -> ModelNode {
        ModelNode(template: ModelTemplate(["\n", "<hr>", "\n"], [.flow, .flow]), dynamics: [flow(3), flow(3)])
    }

    mutating func change(_ node: inout ModelNode) {
        change(&node.dynamics, node.template, depth: 3)
    }

    private mutating func change(_ dynamics: inout [ModelDynamic], _ template: ModelTemplate, depth: Int) {
        guard let index = dynamics.indices.randomElement(using: &random) else { return }
        change(&dynamics[index], template.slots[index], depth: depth)
        // Now and then another one too.
        if dynamics.count > 1, chance(of: 4) { change(&dynamics, template, depth: depth) }
    }

    private mutating func change(_ dynamic: inout ModelDynamic, _ slot: ModelTemplate.Slot, depth: Int) {
        if chance(of: 5) {
            dynamic = make(slot, depth: depth)
            return
        }
        switch dynamic {
        case .text: dynamic = make(slot, depth: depth)
        case .node(var node):
            change(&node.dynamics, node.template, depth: depth - 1)
            dynamic = .node(node)
        case .list(let template, var rows):
            change(&rows, of: template, depth: depth - 1)
            dynamic = .list(template, rows)
        }
    }

    private mutating func change(_ rows: inout [ModelRow], of template: ModelTemplate, depth: Int) {
        for _ in 0...Int.random(in: 0..<3, using: &random) {
            switch Int.random(in: 0..<6, using: &random) {
            case 0: rows.insert(row(template, depth: depth), at: Int.random(in: 0...rows.count, using: &random))
            case 1: if let index = rows.indices.randomElement(using: &random) { rows.remove(at: index) }
            case 2: rows.shuffle(using: &random)
            case 3: if chance(of: 4) { rows = [] }
            default:
                if let index = rows.indices.randomElement(using: &random) {
                    change(&rows[index].dynamics, template, depth: depth)
                }
            }
        }
    }

    private mutating func make(_ slot: ModelTemplate.Slot, depth: Int) -> ModelDynamic {
        switch slot {
        case .text: return .text(pick(Self.texts))
        case .value: return .text(pick(Self.values))
        case .attributes: return .text(pick(Self.attributes))
        case .id:
            keys += 1
            return .text(String(keys))
        case .flow: return flow(depth)
        case .rows(let templates):
            if chance(of: 8) { return .text("") }
            let template = pick(templates)
            return .list(
                template, (0..<Int.random(in: 0..<5, using: &random)).map { _ in row(template, depth: depth - 1) })
        }
    }

    private mutating func flow(_ depth: Int) -> ModelDynamic {
        guard depth > 0, !chance(of: 4) else { return .text(pick(Self.texts)) }
        let template = pick(templates)
        return .node(
            ModelNode(template: template, dynamics: template.slots.map { make($0, depth: depth - 1) }))
    }

    private mutating func row(_ template: ModelTemplate, depth: Int) -> ModelRow {
        keys += 1
        return ModelRow(key: keys, dynamics: template.slots.map { make($0, depth: depth) })
    }

    private mutating func chance(of count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &random)]
    }
}
