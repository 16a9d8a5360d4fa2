/// The one table of the keys of a page: `press` acts by it, and help is made of it, so that help is never out of date.
///
/// Three rules stand behind the conditions:
/// - A printable key belongs to the field that has the focus; with alt it works anyway.
/// - What browsers do at a key (tab, activating, choosing) happens whether the page listens to the key or not, unless the
///   page prevents it. What only this program does at a key, and scrolling, gives way to a page that listens to the key
///   by `phx-window-keydown` or `-keyup`: by its `phx-key`, or, without one, to all printable keys. With alt they work.
/// - Of several rows for one key the first whose condition holds counts.
enum PageKeyMap {
    struct Row {
        let keys: [Key]
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

    /// What a key does now; nil when it does nothing here.
    static func action(for key: Key, in context: KeyContext) -> PageAction? {
        places[key]?.lazy.map { rows[$0] }.first { $0.keys(in: context).contains(key) }?.action
    }

    private static let places: [Key: [Int]] = rows.indices.reduce(into: [:]) { places, place in
        for key in rows[place].keys { places[key, default: []].append(place) }
    }

    static let rows: [Row] = bannerRows + focusRows + choiceRows + scrollRows + historyRows

    private static let bannerRows: [Row] =
        "1234567890".map { digit in
            own(
                [character(digit), alt(digit)], .dismissBanner(label: String(digit)), "dismiss banner \(digit)",
                .banners
            ) {
                $0.bannerLabels.contains(String(digit))
            }
        } + [
            own(
                [character("x"), alt("x")], .dismissNewestBanner, "dismiss the newest banner", .banners,
                if: \.hasBanners),
            own([character("X"), alt("X")], .dismissAllBanners, "dismiss all banners", .banners, if: \.hasBanners),
        ]

    private static let focusRows: [Row] = [
        native([Key(.tab)], .focusNext, "next field, button or link", .moving) { _ in true },
        native([Key(.tab, .shift)], .focusPrevious, "the one before", .moving) { _ in true },
        native([Key(.enter)], .activate, "press the button", .acting) { $0.focus == .button },
        native([Key(.enter)], .activate, "follow the link", .acting) { $0.focus == .link },
        native([Key(.enter)], .activate, "choose a file", .acting) { $0.focus == .file },
        native([Key(.enter), Key(.enter, .shift)], .activate, "new line", .acting) { $0.focus == .textArea },
        native([Key(.enter)], .activate, "submit the form", .acting) { context in
            switch context.focus {
            case .textField, .dateField, .checkbox, .radio, .slider: context.isInForm
            case .page, .textArea, .select, .button, .link, .file, .other: false
            }
        },
        native([character(" ")], .toggle, "press the button", .acting) { $0.focus == .button },
        native([character(" ")], .toggle, "choose a file", .acting) { $0.focus == .file },
        native([character(" ")], .toggle, "tick or untick", .acting) { $0.focus == .checkbox },
        native([character(" ")], .toggle, "choose", .acting) { $0.focus == .radio },
        own([character("f"), alt("f")], .showHints, "label all that can be pressed", .acting) {
            $0.hasTargets() && !$0.focus.isText
        },
        own([alt("e")], .editElsewhere, "edit in your editor", .acting) { $0.focus == .textArea },
        own([Key(.escape)], .leaveField, "leave the field", .moving) { $0.focus != .page },
    ]

    private static let choiceRows: [Row] = [
        native([Key(.enter), character(" "), Key(.down, .alt)], .openList, "open the list", .acting) {
            $0.focus == .select
        },
        native([Key(.down), Key(.right)], .choose(.next), "next option", .choosing, if: \.canChoose),
        native([Key(.up), Key(.left)], .choose(.previous), "option before", .choosing, if: \.canChoose),
        native([Key(.home), Key(.pageUp)], .choose(.first), "first option", .choosing) { $0.focus == .select },
        native([Key(.end), Key(.pageDown)], .choose(.last), "last option", .choosing) { $0.focus == .select },
        native([Key(.up), Key(.right)], .choose(.next), "more", .choosing) { $0.focus == .slider },
        native([Key(.down), Key(.left)], .choose(.previous), "less", .choosing) { $0.focus == .slider },
        native([Key(.home)], .choose(.first), "least", .choosing) { $0.focus == .slider },
        native([Key(.end)], .choose(.last), "most", .choosing) { $0.focus == .slider },
        native([Key(.pageUp)], .choose(.nextPage), "more by tens", .choosing) { $0.focus == .slider },
        native([Key(.pageDown)], .choose(.previousPage), "less by tens", .choosing) { $0.focus == .slider },
        native([Key(.up)], .choose(.next), "more", .choosing) { $0.focus == .textField(.number) },
        native([Key(.down)], .choose(.previous), "less", .choosing) { $0.focus == .textField(.number) },
        native([Key(.up)], .choose(.next), "step up", .choosing) { $0.focus == .dateField },
        native([Key(.down)], .choose(.previous), "step down", .choosing) { $0.focus == .dateField },
        native([Key(.right)], .movePart(.next), "next part", .choosing) { $0.focus == .dateField },
        native([Key(.left)], .movePart(.previous), "part before", .choosing) { $0.focus == .dateField },
        native([Key(.home)], .movePart(.first), "first part", .choosing) { $0.focus == .dateField },
        native([Key(.end)], .movePart(.last), "last part", .choosing) { $0.focus == .dateField },
        native([Key(.backspace), Key(.delete)], .movePart(.empty), "empty the part", .choosing) {
            $0.focus == .dateField
        },
        native([Key(.character("u"), .control)], .movePart(.emptyAll), "empty the field", .choosing) {
            $0.focus == .dateField
        },
    ]

    private static let scrollRows: [Row] = [
        own([Key(.down)], .scroll(.lineDown), "scroll down", .scrolling, if: { $0.canScrollDown() }),
        own([Key(.up)], .scroll(.lineUp), "scroll up", .scrolling, if: \.canScrollUp),
        own(
            [Key(.pageDown), character(" ")], .scroll(.pageDown), "a page down", .scrolling, if: { $0.canScrollDown() }),
        own([Key(.pageUp)], .scroll(.pageUp), "a page up", .scrolling, if: \.canScrollUp),
        own([Key(.home), Key(.home, .control)], .scroll(.top), "to the top", .scrolling, if: \.canScrollUp),
        own(
            [Key(.end), Key(.end, .control)], .scroll(.bottom), "to the bottom", .scrolling, if: { $0.canScrollDown() }),
    ]

    private static let historyRows: [Row] = [
        own([Key(.left, .alt)], .goBack, "back", .history, if: \.canGoBack),
        own([Key(.right, .alt)], .goForward, "forward", .history, if: \.canGoForward),
        own([character("r"), Key(.function(5))], .reload, "reload the page", .history) { _ in true },
    ]

    /// A key of this program's own, which gives way to the page.
    private static func own(
        _ keys: [Key], _ action: PageAction, _ does: String, _ group: KeyHelp.Group,
        if isAvailable: @escaping @Sendable (KeyContext) -> Bool
    ) -> Row {
        Row(keys: keys, action: action, does: does, group: group, givesWay: true, isAvailable: isAvailable)
    }

    /// A key as browsers have it.
    private static func native(
        _ keys: [Key], _ action: PageAction, _ does: String, _ group: KeyHelp.Group,
        if isAvailable: @escaping @Sendable (KeyContext) -> Bool
    ) -> Row {
        Row(keys: keys, action: action, does: does, group: group, givesWay: false, isAvailable: isAvailable)
    }

    private static func character(_ character: Character) -> Key { Key(.character(character)) }

    private static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
}

extension KeyContext {
    /// Whether the arrows choose among options.
    fileprivate var canChoose: Bool { focus == .select || focus == .radio }
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
    var canScrollUp: Bool
    var canScrollDown: () -> Bool
    var canGoBack: Bool
    var canGoForward: Bool
    /// Whether the page listens to the key itself, wherever the focus is.
    var isBoundByPage: (Key) -> Bool
}
