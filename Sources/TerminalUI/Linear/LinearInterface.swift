import HTMLTree
import LiveClient
import Simulator
import TextLayout

/// A page for those who read line by line: what is there, what changes and what has the focus is said in lines that only
/// ever follow each other. Inputs in, text out; it knows no terminal.
final class LinearInterface {
    /// So much of a page is read at once, and so many changes are told.
    private static let linesAtOnce = 60
    private static let changesAtOnce = 12

    let simulator: Simulator
    private let now: () -> Duration
    private let rings: Bool
    private var printer = LinePrinter()
    private var lines: [PageDescription.Line] = []
    /// The line that was read last.
    private var reading = -1
    private var generation = -1
    /// The document's revision that the lines are of.
    private var revision: UInt64 = 0
    private var url = ""
    private var focus: NodeID?
    private var partWithFocus: Int?
    private var problems = ProblemWatch()
    private var bannerNews = BannerNews()
    private var toldNotice: String?
    private var toldQuestion: String?
    private var toldOption: String?
    private var toldHints: [NodeID: String] = [:]
    private var filePath: (field: NodeID, line: PromptLine)?
    private var edited: EditedField?
    private var reactions: [Reaction] = []

    init(simulator: Simulator, columns: Int, rings: Bool = false, now: @escaping () -> Duration) {
        self.simulator = simulator
        self.rings = rings
        self.now = now
        printer.columns = columns
        printer.say("Keys: tab goes on, enter presses, up and down read, ? tells all keys, q quits.")
        report()
    }

    private var document: Document { simulator.document }

    /// What is to be written since the last call.
    func takeOutput() -> String { printer.take() }

    func takeReactions() -> [Reaction] {
        defer { reactions = [] }
        return reactions
    }

    func resize(columns: Int) { printer.columns = columns }

    var nextDeadline: Duration? { simulator.clock.nextDeadline }

    /// Lets the page go on to a time and takes in what has come from elsewhere.
    func passTime(to target: Duration) {
        work { simulator.advance(by: max(.zero, target - simulator.clock.now)) }
        report()
    }

    /// How long the page may work before keys get their turn.
    private static let longestTurn = Duration.milliseconds(40)

    private func work(_ body: () -> Void) {
        let start = now()
        let now = now
        simulator.client.isTurnOver = { now() - start > Self.longestTurn }
        body()
        simulator.client.isTurnOver = nil
    }

    // MARK: - Input

    private static let quitKey = Key(.character("q"), .control)

    /// The keys that quit as things are.
    var quitKeys: [Key] { takesPrintableKeys ? [Self.quitKey] : [Self.quitKey, Key(.character("q"))] }

    private var takesPrintableKeys: Bool {
        simulator.isEditing || simulator.hints != nil || simulator.question != nil || filePath != nil
    }

    func handle(_ event: InputEvent) -> Reaction {
        problems.acknowledge()
        var reaction = Reaction.none
        switch event {
        case .key(let key): reaction = press(key)
        case .paste(let text):
            if filePath != nil { filePath?.line.paste(text) } else { work { simulator.paste(text) } }
        case .mouse, .answer: break
        }
        report()
        return reaction
    }

    private func press(_ key: Key) -> Reaction {
        if quitKeys.contains(key) { return .quit }
        switch key {
        case Key(.character("z"), .control): return .suspend
        case Key(.character("l"), .control):
            readPage()
            return .none
        case Key(.function(1)):
            tellKeys()
            return .none
        case Key(.character("?")) where !takesPrintableKeys:
            tellKeys()
            return .none
        default: break
        }
        if filePath != nil {
            pressInFilePrompt(key)
            return .none
        }
        if !simulator.usesArrows, simulator.question == nil, read(key) { return .none }
        work { simulator.press(key) }
        if let input = simulator.fileRequest { filePath = (input, PromptLine()) }
        return simulator.editRequest.map(edit) ?? .none
    }

    /// Reads on by a key that scrolls elsewhere.
    private func read(_ key: Key) -> Bool {
        guard let step = ScrollStep(key: key) else { return false }
        let target: Int
        switch step {
        case .lineUp: target = reading - 1
        case .lineDown: target = reading + 1
        case .pageUp: target = max(0, reading - 2 * Self.changesAtOnce)
        case .pageDown: target = reading + 1
        case .top: target = 0
        case .bottom: target = lines.count - 1
        }
        guard lines.indices.contains(target) else {
            printer.say(step == .lineUp || step == .pageUp ? "top of the page" : "end of the page")
            return true
        }
        let isPage = step == .pageUp || step == .pageDown
        let end = min(lines.count, target + (isPage ? Self.changesAtOnce : 1))
        for line in lines[target..<end] { printer.say(line.text) }
        reading = end - 1
        if document.isAlive(lines[reading].node) { work { simulator.reveal(lines[reading].node) } }
        return true
    }

    private func tellKeys() {
        for help in simulator.keyHelp where help.group != .scrolling { printer.say("\(help.keys): \(help.does)") }
        for line in [
            "up down pageup pagedown home end: read the page, outside of fields", "ctrl+l: read the page from its top",
            "? f1: tell the keys that work now", "ctrl+z: stop, until the shell's fg", "q ctrl+q: quit (ctrl+c too)",
        ] { printer.say(line) }
    }

    // MARK: - Files and editors

    private func pressInFilePrompt(_ key: Key) {
        guard let (field, line) = filePath else { return }
        switch key {
        case Key(.escape): filePath = nil
        case Key(.enter):
            filePath = nil
            guard !line.text.isEmpty else { return }
            do {
                let file = try LocalFiles.file(at: line.text)
                try simulator.choose([file], in: field, paths: [LocalFiles.expanded(line.text)])
            } catch let refusal as LocalFiles.Refusal {
                printer.say("not taken: \(ReadableText.line(refusal.description))")
            } catch {
                printer.say("not taken: \(ReadableText.line("\(error)"))")
            }
        default: filePath?.line.press(key)
        }
    }

    private func edit(_ field: NodeID) -> Reaction {
        do {
            let edited = try EditedField(field, of: simulator)
            self.edited = edited
            return .edit(edited.request)
        } catch {
            printer.say(ReadableText.line("the text could not be given to an editor: \(error.reason)"))
            return .none
        }
    }

    func editorEnded(problem: String?) {
        let edited = edited
        self.edited = nil
        if let trouble = edited?.finish(problem: problem, in: simulator) ?? problem {
            printer.say(ReadableText.line(trouble))
        }
        report()
    }

    // MARK: - What is said

    /// Says what has happened since the last time, and shows where typing goes.
    private func report() {
        reportPage()
        reportBanners()
        reportMessages()
        reportFocus()
        reportOptions()
        printer.show(prompt)
    }

    private func readPage() {
        revision = document.checkpoint()
        lines = PageDescription(of: simulator).lines
        let title = simulator.client.title
        let name = title.isEmpty ? "" : "\(title), "
        printer.say(ReadableText.line("page \(name)\(simulator.client.address)"))
        if simulator.client.status >= 400 { printer.say("the server answered with status \(simulator.client.status)") }
        for line in lines.prefix(Self.linesAtOnce) { printer.say(line.text) }
        reading = min(lines.count, Self.linesAtOnce) - 1
        let rest = lines.count - Self.linesAtOnce
        if rest > 0 { printer.say("\(rest) more \(rest == 1 ? "line" : "lines"): down and pagedown read on") }
    }

    private func reportPage() {
        let client = simulator.client
        let isNew = client.documentGeneration != generation || client.url != url
        generation = client.documentGeneration
        url = client.url
        if isNew {
            // Its banners are among its lines.
            _ = noteBanners()
            return readPage()
        }
        guard document.revision(of: document.root) > revision else { return }
        revision = document.checkpoint()
        let new = PageDescription(of: simulator).lines
        guard new != lines else { return }
        let changes = LineChanges(from: lines, to: new)
        let last = lines.indices.contains(reading) ? lines[reading] : nil
        lines = new
        reading = last.flatMap { last in new.firstIndex { $0.node == last.node } } ?? min(reading, new.count - 1)
        // What one types is on its line already.
        let typed = simulator.isTyping ? document.activeElement : nil
        let added = changes.added.filter { $0.node != typed && !$0.isBanner }
        let gone = changes.gone.filter { $0.node != typed }
        tell(added.map(\.text))
        for line in gone where line.isBanner && !new.contains(where: { $0.node == line.node }) {
            tell(["gone: \(line.text)"])
        }
        if added.isEmpty, !changes.added.contains(where: \.isBanner) {
            tell(gone.filter { !$0.isBanner }.map { "gone: \($0.text)" })
        }
    }

    private func tell(_ lines: [String]) {
        for line in lines.prefix(Self.changesAtOnce) { printer.say(line) }
        let rest = lines.count - Self.changesAtOnce
        if rest > 0 { printer.say("and \(rest) more: ctrl+l reads the page") }
    }

    private func reportBanners() {
        for banner in noteBanners() {
            if let line = lines.first(where: { $0.node == banner.node }) { printer.say(line.text) }
        }
    }

    /// Takes note of the banners; one of an error rings, where that is asked for.
    ///
    /// - Returns: Those that are new.
    private func noteBanners() -> [Banner] {
        let new = bannerNews.update(simulator.banners, at: simulator.clock.now)
        if rings, new.contains(where: \.isError) { reactions.append(.ring) }
        return new
    }

    private func reportMessages() {
        let client = simulator.client
        if problems.hasNews(in: client.log) { problems.update(simulator.problems) }
        if let message = problems.message {
            printer.say("problem: \(ReadableText.line(message.text))")
            problems.acknowledge()
        }
        if let notice = simulator.notice, notice != toldNotice { printer.say("note: \(ReadableText.line(notice))") }
        toldNotice = simulator.notice
        if let question = simulator.question, question != toldQuestion {
            printer.say("question: \(ReadableText.line(question)), y yes, n no")
        }
        toldQuestion = simulator.question
        reportHints()
    }

    /// Tells the labels that are new, in the order of the page.
    private func reportHints() {
        let labels = simulator.hints?.labels ?? [:]
        let new = labels.filter { toldHints[$0.key] != $0.value }
        toldHints = labels
        guard !new.isEmpty else { return }
        for node in document.elements(below: document.root) {
            guard let label = new[node] else { continue }
            printer.say("\(label): \(ReadableText.line(ElementWords(simulator: simulator).text(of: node)))")
        }
    }

    private func reportFocus() {
        let active = document.activeElement
        let part = active.flatMap(document.dateEntry)?.place
        defer { (focus, partWithFocus) = (active, part) }
        guard active != focus else {
            if let active, let part, part != partWithFocus, let entry = document.dateEntry(of: active) {
                printer.say("\(entry.part.rawValue) \(entry.number.map(String.init) ?? "open")")
            }
            return
        }
        guard let active else { return }
        printer.say(ReadableText.line(ElementWords(simulator: simulator).text(of: active)) + ", focused")
        if let place = lines.firstIndex(where: { $0.node == active }) { reading = place }
    }

    private func reportOptions() {
        let option = simulator.offeredOption
        if let option, option != toldOption { printer.say(ReadableText.line(option)) }
        toldOption = option
    }

    /// The line on which one types.
    private var prompt: LinePrinter.Prompt? {
        if let (field, line) = filePath {
            let label = "path of \(ElementWords(simulator: simulator).name(of: field)): "
            return LinePrinter.Prompt(
                label: label, characters: line.editor.characters.map { VisibleText.make(String($0)) },
                caret: line.editor.caret)
        }
        guard let field = document.activeElement, simulator.isTyping else { return nil }
        let label = ElementWords(simulator: simulator).name(of: field) + ": "
        if let entry = document.dateEntry(of: field) {
            return LinePrinter.Prompt(
                label: label, characters: entry.text.map(String.init),
                caret: entry.range(ofPart: entry.place).lowerBound)
        }
        let isSecret = document.controlKind(of: field) == .text(.password)
        var characters = Array(document.value(of: field))
        var caret = document.selection(of: field)?.upperBound ?? characters.count
        // Of several lines, the one with the caret.
        let start = characters[..<caret].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let end = characters[caret...].firstIndex(of: "\n") ?? characters.count
        characters = Array(characters[start..<end])
        caret -= start
        return LinePrinter.Prompt(
            label: label, characters: characters.map { isSecret ? "*" : VisibleText.make(String($0)) }, caret: caret)
    }
}
