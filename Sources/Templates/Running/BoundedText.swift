import Markup

/// A text that is put together from others, and may not become larger than a rendering has room for.
struct BoundedText: ~Copyable {
    private var buffer = HTMLBuffer()
    private let run: TemplateRun
    private let what: String
    private let offset: Int

    /// - Parameter what: What the text is called in the error.
    init(_ run: TemplateRun, _ what: String, at offset: Int) {
        self.run = run
        self.what = what
        self.offset = offset
    }

    var text: String { buffer.text }

    mutating func append(_ text: String) throws(TemplateError) {
        try run.checkRoom(for: buffer.count + text.utf8.count, what, at: offset)
        buffer.append(text)
    }
}

/// How large a text becomes.
enum TextGrowth {
    /// Sees to it that there is room for a text with all occurrences of another replaced.
    static func check(
        replacing old: String, with new: String, in text: String, limit: Int?, _ run: TemplateRun, at offset: Int
    ) throws(TemplateError) {
        let growth = new.utf8.count - old.utf8.count
        guard growth > 0 else { return }
        // Most texts have room for the worst case, which needs no counting.
        let most = (text.utf8.count / max(1, old.utf8.count) + 1).multipliedReportingOverflow(by: growth)
        if !most.overflow, most.partialValue < 1 << 16 { return }
        var count = TemplateText.count(old, in: text)
        if let limit, limit >= 0 { count = min(count, limit) }
        let added = count.multipliedReportingOverflow(by: growth)
        let size = added.partialValue.addingReportingOverflow(text.utf8.count)
        try run.checkRoom(for: added.overflow || size.overflow ? .max : size.partialValue, "the text", at: offset)
    }
}
