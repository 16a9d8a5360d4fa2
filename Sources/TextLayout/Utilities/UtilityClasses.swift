import Basics
import HTMLTree

/// What the utility classes mean that live views commonly carry (those of Tailwind 3 and 4 and of daisyUI), by rule where
/// there is one.
///
/// Sizes count in quarters of a root em; blanks around things are no larger than a terminal has room for. What it lacks (shadows, radii, transitions) means nothing.
enum UtilityClasses {
    /// What one class name means on a page of some width.
    struct Meaning {
        var declarations: [Declaration] = []
        /// The later of two classes in the style sheet wins, wherever they stand in the attribute: `hidden` comes after other
        /// ways to be displayed, variants after what has none, and wider pages after narrower ones.
        var rank = 0
        /// What the element must be, or what must be around or beside it, for the class to count.
        var conditions: [Selector] = []
        /// Whether the class counts only on pages of some widths.
        var dependsOnWidth = false
    }

    /// The meaning of a class name; one that is no utility, or does not count here, declares nothing.
    static func meaning(of name: some StringProtocol, pageWidth: Int) -> Meaning {
        var meaning = Meaning()
        var base = Substring(name)
        var counts = true
        while let (variant, rest) = UtilityVariant.first(of: base) {
            switch variant {
            case .fromWidth(let minimum):
                meaning.dependsOnWidth = true
                meaning.rank = max(meaning.rank, 2 + minimum)
                if pageWidth < minimum { counts = false }
            case .belowWidth(let maximum):
                meaning.dependsOnWidth = true
                meaning.rank = max(meaning.rank, 2)
                if pageWidth >= maximum { counts = false }
            case .condition(let condition):
                meaning.rank = max(meaning.rank, 2)
                meaning.conditions.append(condition)
            case .always: meaning.rank = max(meaning.rank, 2)
            case .never: counts = false
            }
            base = rest
        }
        guard counts else { return meaning }
        // What is important is marked before the name in Tailwind 3, behind it in 4.
        if base.first == "!" { base.removeFirst() }
        if base.last == "!" { base.removeLast() }
        if base == "hidden" { meaning.rank = max(meaning.rank, 1) }
        meaning.declarations = declarations(of: base) ?? []
        return meaning
    }

    private static func declarations(of name: Substring) -> [Declaration]? {
        if let known = words[String(name)] { return known }
        if let arbitrary = arbitrary(name) { return arbitrary }
        if isPicture(name) { return [.set(\.isClipped, true)] }
        return sized(name) ?? coloured(name)
    }

    private static let words: [String: [Declaration]] = UtilityWords.tailwind.merging(UtilityWords.daisyUI) { one, _ in
        one
    }
    .mapValues { StyleSheetParser.parseDeclarations($0).normal }

    /// Whether a class makes its element one of the pictures of Heroicons, which a terminal lacks.
    private static func isPicture(_ name: Substring) -> Bool {
        name.hasPrefix("hero-") && name != "hero-content" && name != "hero-overlay"
    }

    /// Whether a class name means something in cells, on some page.
    static func know(_ name: String) -> Bool {
        var base = Substring(name)
        while let (_, rest) = UtilityVariant.first(of: base) { base = rest }
        return base == "group" || base == "peer" || !meaning(of: base, pageWidth: 80).declarations.isEmpty
            || UtilityWords.components.contains { base == $0 || base.hasPrefix($0 + "-") }
    }

    /// Whether some of an element's classes ask for more than a name: a place among siblings, a state, what is around.
    static func askForMore(_ classes: String) -> Bool {
        guard classes.utf8.contains(UInt8(ascii: ":")) else { return false }
        return classes.split(whereSeparator: \.isWhitespace).contains { name in
            var base = name
            while let (variant, rest) = UtilityVariant.first(of: base) {
                if case .condition = variant { return true }
                base = rest
            }
            return false
        }
    }
}
