import HTMLTree

/// Finds the option of a select that starts with what is typed, as browsers do.
struct TypeAhead {
    /// After so long, a letter starts a new word.
    static let patience: Duration = .seconds(1)

    private var select: NodeID?
    private var typed = ""
    private var time: Duration = .zero

    /// The option that a letter leads to; nil when none starts so.
    mutating func option(for letter: Character, in select: NodeID, of document: Document, at now: Duration) -> NodeID? {
        if select != self.select || now - time > Self.patience { typed = "" }
        self.select = select
        time = now
        let options = document.options(of: select).filter { !document.isDisabled($0) }
        let current = document.selectedOptions(of: select).first.flatMap(options.firstIndex(of:)) ?? -1
        // The same letter again goes on to the next option that starts with it.
        let isRepeated = !typed.isEmpty && typed.allSatisfy { $0 == letter }
        if isRepeated, let next = option(starting: String(letter), among: options, from: current + 1, in: document) {
            typed.append(letter)
            return next
        }
        typed.append(letter)
        return option(starting: typed, among: options, from: typed.count > 1 ? current : current + 1, in: document)
    }

    private func option(starting text: String, among options: [NodeID], from start: Int, in document: Document)
        -> NodeID?
    {
        let text = text.lowercased()
        let start = max(0, start)
        let turned = options.dropFirst(start) + options.prefix(start)
        return turned.first { document.optionText(of: $0).lowercased().hasPrefix(text) }
    }
}
