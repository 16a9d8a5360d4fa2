/// The one table of the keys of a page: `press` acts by it, and help is made of it, so that help is never out of date.
///
/// Three rules stand behind the conditions:
/// - A printable key belongs to the field that has the focus; with alt it works anyway.
/// - What browsers do at a key (tab, activating, choosing) happens whether the page listens to the key or not, unless the
///   page prevents it. What only this program does at a key, and scrolling, gives way to a page that listens to the key
///   by `phx-window-keydown` or `-keyup`: by its `phx-key`, or, without one, to all printable keys. With alt they work.
/// - Of several rows for one key the first whose condition holds counts.
enum PageKeyMap {
    struct Row: Sendable {
        /// What a person's own map of keys calls it; rows of one name have the same keys.
        let name: String
        var keys: [Key]
        let action: PageAction
        let does: String
        let group: KeyHelp.Group
        /// Whether a page that listens to the key itself is left alone.
        let givesWay: Bool
        let isAvailable: @Sendable (KeyContext) -> Bool

        /// A character with alt never reaches the page.
        private static func isKeptFromPage(_ key: Key) -> Bool {
            if case .character = key.code { key.modifiers == .alt } else { false }
        }

        /// The keys of the row that work now.
        func keys(in context: KeyContext) -> [Key] {
            guard isAvailable(context) else { return [] }
            return keys.filter { key in
                !(key.character != nil && context.focus.takesPrintableKeys && action != .openList)
                    && !(givesWay && !Self.isKeptFromPage(key) && context.isBoundByPage(key))
            }
        }
    }

    static let rows: [Row] = bannerRows + rowRows + focusRows + choiceRows + scrollRows + historyRows

    private static let bannerRows: [Row] =
        "1234567890".map { digit in
            own(
                "banner.dismiss-\(digit)", [character(digit), alt(digit)], .dismissBanner(label: String(digit)),
                "dismiss banner \(digit)", .banners
            ) {
                $0.bannerLabels.contains(String(digit))
            }
        } + [
            own(
                "banner.dismiss-newest", [character("x"), alt("x")], .dismissNewestBanner, "dismiss the newest banner",
                .banners, if: \.hasBanners),
            own(
                "banner.dismiss-all", [character("X"), alt("X")], .dismissAllBanners, "dismiss all banners", .banners,
                if: \.hasBanners),
        ]

    /// The cursor on rows comes before scrolling, and only while it is shown do the arrows move it.
    private static let rowRows: [Row] = [
        own("row.next", [character("j")], .moveRow(.next), "to the next row", .rows) {
            !$0.focus.takesPrintableKeys && $0.hasRows()
        },
        own("row.previous", [character("k")], .moveRow(.previous), "to the row before", .rows) {
            !$0.focus.takesPrintableKeys && $0.hasRows()
        },
        own("row.down", [Key(.down)], .moveRow(.next), "to the next row", .rows, if: \.canMoveRow),
        own("row.up", [Key(.up)], .moveRow(.previous), "to the row before", .rows, if: \.canMoveRow),
        own("row.press", [Key(.enter)], .pressRow, "press the row", .acting) { $0.isOnRow && $0.focus == .page },
        own("row.leave", [Key(.escape)], .leaveRow, "leave the rows", .rows) { $0.isOnRow && $0.focus == .page },
    ]

    private static let focusRows: [Row] = [
        own("focus.return", [character("i")], .returnToField, "back to the field", .moving) {
            $0.leftField != nil
        },
        native("focus.next", [Key(.tab)], .focusNext, "next field, button or link", .moving) { _ in true },
        native("focus.previous", [Key(.tab, .shift)], .focusPrevious, "the one before", .moving) { _ in true },
        native("page.press", [Key(.enter)], .activate, "press the button", .acting) { $0.focus == .button },
        native("page.press", [Key(.enter)], .activate, "follow the link", .acting) { $0.focus == .link },
        native("page.press", [Key(.enter)], .activate, "choose a file", .acting) { $0.focus == .file },
        // Before the key that everybody knows, so that the line at the bottom has it.
        own("field.editor", [alt("e")], .editElsewhere, "editor, the one that VISUAL or EDITOR names", .acting) {
            $0.focus == .textArea
        },
        native("page.new-line", [Key(.enter), Key(.enter, .shift)], .activate, "new line", .acting) {
            $0.focus == .textArea
        },
        native("page.press", [Key(.enter)], .activate, "submit the form", .acting) { context in
            switch context.focus {
            case .textField, .dateField, .checkbox, .radio, .slider: context.isInForm
            case .page, .textArea, .select, .button, .link, .file, .other: false
            }
        },
        native("page.toggle", [character(" ")], .toggle, "press the button", .acting) { $0.focus == .button },
        native("page.toggle", [character(" ")], .toggle, "choose a file", .acting) { $0.focus == .file },
        native("page.toggle", [character(" ")], .toggle, "tick or untick", .acting) { $0.focus == .checkbox },
        native("page.toggle", [character(" ")], .toggle, "choose", .acting) { $0.focus == .radio },
        own("page.hints", [character("f"), alt("f")], .showHints, "label all that can be pressed", .acting) {
            $0.hasTargets() && !$0.focus.isText
        },
        own("focus.leave", [Key(.escape)], .leaveField, "leave the field", .moving) { $0.focus != .page },
    ]

    private static let choiceRows: [Row] = [
        native("choice.list", [Key(.enter), character(" "), Key(.down, .alt)], .openList, "open the list", .acting) {
            $0.focus == .select
        },
        native("choice.next", [Key(.down), Key(.right)], .choose(.next), "next option", .choosing, if: \.canChoose),
        native(
            "choice.previous", [Key(.up), Key(.left)], .choose(.previous), "option before", .choosing, if: \.canChoose),
        native("choice.first", [Key(.home), Key(.pageUp)], .choose(.first), "first option", .choosing) {
            $0.focus == .select
        },
        native("choice.last", [Key(.end), Key(.pageDown)], .choose(.last), "last option", .choosing) {
            $0.focus == .select
        },
        native("slider.more", [Key(.up), Key(.right)], .choose(.next), "more", .choosing) { $0.focus == .slider },
        native("slider.less", [Key(.down), Key(.left)], .choose(.previous), "less", .choosing) { $0.focus == .slider },
        native("slider.least", [Key(.home)], .choose(.first), "least", .choosing) { $0.focus == .slider },
        native("slider.most", [Key(.end)], .choose(.last), "most", .choosing) { $0.focus == .slider },
        native("slider.page-more", [Key(.pageUp)], .choose(.nextPage), "more by tens", .choosing) {
            $0.focus == .slider
        },
        native("slider.page-less", [Key(.pageDown)], .choose(.previousPage), "less by tens", .choosing) {
            $0.focus == .slider
        },
        native("number.more", [Key(.up)], .choose(.next), "more", .choosing) { $0.focus == .textField(.number) },
        native("number.less", [Key(.down)], .choose(.previous), "less", .choosing) { $0.focus == .textField(.number) },
        native("date.more", [Key(.up)], .choose(.next), "step up", .choosing) { $0.focus == .dateField },
        native("date.less", [Key(.down)], .choose(.previous), "step down", .choosing) { $0.focus == .dateField },
        native("date.next-part", [Key(.right)], .movePart(.next), "next part", .choosing) { $0.focus == .dateField },
        native("date.previous-part", [Key(.left)], .movePart(.previous), "part before", .choosing) {
            $0.focus == .dateField
        },
        native("date.first-part", [Key(.home)], .movePart(.first), "first part", .choosing) { $0.focus == .dateField },
        native("date.last-part", [Key(.end)], .movePart(.last), "last part", .choosing) { $0.focus == .dateField },
        native("date.empty-part", [Key(.backspace), Key(.delete)], .movePart(.empty), "empty the part", .choosing) {
            $0.focus == .dateField
        },
        native("date.empty", [control("u")], .movePart(.emptyAll), "empty the field", .choosing) {
            $0.focus == .dateField
        },
    ]

    private static let scrollRows: [Row] = [
        own("scroll.down", [Key(.down)], .scroll(.lineDown), "scroll down", .scrolling, if: { $0.canScrollDown() }),
        own("scroll.up", [Key(.up)], .scroll(.lineUp), "scroll up", .scrolling, if: \.canScrollUp),
        own(
            "scroll.page-down", [Key(.pageDown), character(" ")], .scroll(.pageDown), "a page down", .scrolling,
            if: { $0.canScrollDown() }),
        own("scroll.page-up", [Key(.pageUp)], .scroll(.pageUp), "a page up", .scrolling, if: \.canScrollUp),
        own(
            "scroll.half-page-down", [control("d")], .scroll(.halfPageDown), "half a page down", .scrolling,
            if: { $0.canScrollDown() }),
        own(
            "scroll.half-page-up", [control("u")], .scroll(.halfPageUp), "half a page up", .scrolling,
            if: \.canScrollUp),
        own(
            "scroll.top", [Key(.home), Key(.home, .control), character("g")], .scroll(.top), "to the top", .scrolling,
            if: \.canScrollUp),
        own(
            "scroll.bottom", [Key(.end), Key(.end, .control), character("G")], .scroll(.bottom), "to the bottom",
            .scrolling, if: { $0.canScrollDown() }),
    ]

    private static let historyRows: [Row] = [
        own("history.back", [Key(.left, .alt)], .goBack, "back", .history, if: \.canGoBack),
        own("history.forward", [Key(.right, .alt)], .goForward, "forward", .history, if: \.canGoForward),
        own("page.reload", [character("r"), Key(.function(5))], .reload, "reload the page", .history) { _ in true },
    ]

    /// A key of this program's own, which gives way to the page.
    private static func own(
        _ name: String, _ keys: [Key], _ action: PageAction, _ does: String, _ group: KeyHelp.Group,
        if isAvailable: @escaping @Sendable (KeyContext) -> Bool
    ) -> Row {
        Row(
            name: name, keys: keys, action: action, does: does, group: group, givesWay: true, isAvailable: isAvailable)
    }

    /// A key as browsers have it.
    private static func native(
        _ name: String, _ keys: [Key], _ action: PageAction, _ does: String, _ group: KeyHelp.Group,
        if isAvailable: @escaping @Sendable (KeyContext) -> Bool
    ) -> Row {
        Row(
            name: name, keys: keys, action: action, does: does, group: group, givesWay: false,
            isAvailable: isAvailable)
    }

    private static func character(_ character: Character) -> Key { Key(.character(character)) }

    private static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }

    private static func control(_ character: Character) -> Key { Key(.character(character), .control) }
}

extension KeyContext {
    /// Whether the arrows choose among options.
    fileprivate var canChoose: Bool { focus == .select || focus == .radio }

    /// Whether the arrows move the cursor on rows.
    fileprivate var canMoveRow: Bool {
        switch focus {
        case .page, .button, .link, .other: isOnRow
        case .textField, .dateField, .textArea, .select, .radio, .checkbox, .slider, .file: false
        }
    }
}

/// What decides which keys work at a moment.
struct KeyContext {
    var focus: FocusKind
    /// Whether the focused field belongs to a form.
    var isInForm: Bool
    /// The labels of the banners on the page.
    var bannerLabels: Set<String>
    var hasBanners: Bool
    /// Whether hints have something to stand on.
    var hasTargets: () -> Bool
    /// Whether a row in view can be acted on.
    var hasRows: () -> Bool = { false }
    /// Whether the cursor is on a row.
    var isOnRow = false
    /// What the field is called that the person left and can go back to; nil where there is none.
    var leftField: String?
    var canScrollUp: Bool
    var canScrollDown: () -> Bool
    var canGoBack: Bool
    var canGoForward: Bool
    /// Whether the page listens to the key itself, wherever the focus is.
    var isBoundByPage: (Key) -> Bool
}
