import HTMLTree

/// A target that a recording uses for an element.
struct ChosenTarget: Hashable, Sendable {
    let target: Target
    /// A text that means the same, for steps that take a text alone.
    var short: String?
    /// Where the target says little about the element to a reader: its CSS.
    var remark: String?

    /// The target as a value of its own: a text where that will do, else a mapping.
    var value: YAMLValue { short.map { .literal($0) } ?? .mapping(pairs) }

    /// The target's keys, to stand beside those of a verb.
    var pairs: [YAMLPair] {
        var pairs = [pair]
        if let named = target.named { pairs.append(YAMLPair("named", .literal(named))) }
        if let within = target.within.first { pairs.append(YAMLPair("within", ChosenTarget(target: within).value)) }
        if let nth = target.nth { pairs.append(YAMLPair("nth", .plain(String(nth)))) }
        return pairs
    }

    private var pair: YAMLPair {
        switch target.query {
        case .short(let text), .text(let text): YAMLPair("text", .literal(text))
        case .label(let text): YAMLPair("label", .literal(text))
        case .role(let role): YAMLPair("role", .literal(role))
        case .name(let name): YAMLPair("name", .literal(name))
        case .flash(let key): YAMLPair("flash", .literal(key))
        case .css(let selector): YAMLPair("css", .literal(selector.text))
        }
    }
}
