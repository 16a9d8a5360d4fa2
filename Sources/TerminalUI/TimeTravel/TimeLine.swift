import LiveProtocol
import Simulator
import TextLayout

/// The past of the page, moment by moment: the page as it was, and under it what made it so and what it changed.
///
/// The page of the present goes on meanwhile.
final class TimeLine: Overlay {
    /// What is told under the page.
    enum Content {
        /// What the views held then and did not at the moment before.
        case changes
        /// All that they held.
        case state
    }

    let history: PageHistory
    /// Whether the views run in a server elsewhere, which shows nobody their inside.
    let isRemote: Bool
    /// Makes a moment the present again; gives why that cannot be, in words for people.
    private let goOn: (PageMoment) -> String?

    private(set) var moment: PageMoment
    /// The newest moment when the past was opened.
    private let newest: Int
    private(set) var content = Content.changes
    private(set) var marksChanges = false
    /// What is to be told of the last key.
    private(set) var note: String?
    /// How many rows of the picture are above what is in view; nil for as many as bring what changed into view.
    var pictureRow: Int?
    /// How many lines of what is told are above what is in view.
    var textRow = 0
    /// What is told of the moment, as long as it is told in the same way.
    private var told: (moment: PageMoment, content: Content, lines: [StyledText])?

    /// - Parameter goOn: Makes a moment the present again; gives why that cannot be.
    /// - Returns: Nil when there is no moment yet.
    init?(_ history: PageHistory, isRemote: Bool, goOn: @escaping (PageMoment) -> String?) {
        guard let last = history.moments.last else { return nil }
        self.history = history
        self.isRemote = isRemote
        self.goOn = goOn
        moment = last
        newest = last.number
    }

    /// The moment before the one that is shown, as far as it is kept.
    var before: PageMoment? { history.moment(moment.number - 1) }

    /// What is told of the moment that is shown.
    ///
    /// - Parameter make: Makes it; to compare what large contexts hold takes time.
    func lines(_ make: () -> [StyledText]) -> [StyledText] {
        if let told, told.moment === moment, told.content == content { return told.lines }
        let lines = make()
        told = (moment, content, lines)
        return lines
    }

    /// How often the page has changed since the past was opened.
    var changesSince: Int { (history.moments.last?.number ?? newest) - newest }

    var keyHelp: [HelpLine] { TimeLineKeyMap.rows.compactMap { $0.helpLine(of: $0.keys, in: TimeLineKeyMap.group) } }

    func press(_ key: Key) -> OverlayOutcome {
        note = nil
        guard let action = TimeLineKeyMap.rows.first(where: { $0.keys.contains(key) })?.action else { return .open }
        switch action {
        case .before: show(moment.number - 1)
        case .after: show(moment.number + 1)
        case .first: show(history.moments.first?.number ?? moment.number)
        case .last: show(history.moments.last?.number ?? moment.number)
        case .marks: marksChanges.toggle()
        case .content:
            content = content == .changes ? .state : .changes
            textRow = 0
        case .scrollPicture(let rows): scrollPicture(by: rows)
        case .scrollText(let rows): textRow = max(0, textRow + rows)
        case .goOn:
            guard moment !== history.moments.last else { return .closed }
            guard let refusal = goOn(moment) else { return .closed }
            note = refusal
        case .leave: return .closed
        }
        return .open
    }

    func handle(_ mouse: MouseEvent, layout: ChromeLayout) -> OverlayOutcome {
        switch mouse.action {
        case .wheelUp: scrollPicture(by: -3)
        case .wheelDown: scrollPicture(by: 3)
        case .press(.left):
            let drawing = TimeLineDrawing(self, in: layout)
            if let number = drawing.moment(at: mouse.position) { show(number) }
        case .press(.middle), .press(.right), .release, .drag: break
        }
        return .open
    }

    func draw(into frame: inout Frame, layout: ChromeLayout) { TimeLineDrawing(self, in: layout).draw(into: &frame) }

    private func scrollPicture(by rows: Int) { pictureRow = max(0, (pictureRow ?? 0) + rows) }

    /// Shows the moment of a number, or the nearest that is kept.
    private func show(_ number: Int) {
        guard let first = history.moments.first, let last = history.moments.last else { return }
        moment = history.moment(min(max(number, first.number), last.number)) ?? moment
        pictureRow = nil
        textRow = 0
    }
}
