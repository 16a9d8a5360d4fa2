import HTMLTree
import LiveClient
import Testing

@testable import Simulator

@Suite struct PageKeyMapTests {
    @Test(
        arguments: [
            // Where the focus is, the key, what it does.
            (FocusKind.page, "1", PageAction.dismissBanner(label: "1")),
            (.page, "2", nil),
            (.page, "alt+1", .dismissBanner(label: "1")),
            (.textField(.text), "1", nil),
            (.textField(.text), "alt+1", .dismissBanner(label: "1")),
            (.select, "x", nil),
            (.select, "alt+x", .dismissNewestBanner),
            (.button, "x", .dismissNewestBanner),
            (.button, "X", .dismissAllBanners),
            (.page, "f", .showHints),
            (.textArea, "f", nil),
            (.page, "tab", .focusNext),
            (.textField(.text), "shift+tab", .focusPrevious),
            (.button, "enter", .activate),
            (.button, "space", .toggle),
            (.link, "enter", .activate),
            (.link, "space", .scroll(.pageDown)),
            (.page, "enter", nil),
            (.checkbox, "space", .toggle),
            (.checkbox, "enter", .activate),
            (.select, "enter", .openList),
            (.select, "down", .choose(.next)),
            (.radio, "left", .choose(.previous)),
            (.slider, "right", .choose(.next)),
            (.slider, "down", .choose(.previous)),
            (.textField(.number), "up", .choose(.next)),
            (.textField(.text), "down", .scroll(.lineDown)),
            (.page, "down", .scroll(.lineDown)),
            (.page, "pageup", .scroll(.pageUp)),
            (.page, "end", .scroll(.bottom)),
            (.textField(.text), "escape", .leaveField),
            (.page, "escape", nil),
            (.page, "r", .reload),
            (.textField(.text), "f5", .reload),
            (.page, "alt+left", .goBack),
            (.page, "alt+right", nil),
            (.page, "q", nil),
        ] as [(FocusKind, String, PageAction?)])
    func aKeyDoesOneThing(focus: FocusKind, key: String, action: PageAction?) throws {
        #expect(PageKeys.standard.action(for: try Key(key), in: Self.context(focus)) == action)
    }

    @Test(
        arguments: [
            (FocusKind.page, "1", "1", nil),
            (.page, "1", "alt+1", PageAction.dismissBanner(label: "1")),
            (.page, "down", "down", nil),
            (.textField(.text), "escape", "escape", nil),
            // What browsers do goes on.
            (.button, "enter", "enter", .activate),
            (.select, "down", "down", .choose(.next)),
            (.page, "tab", "tab", .focusNext),
        ] as [(FocusKind, String, String, PageAction?)])
    func aPageThatListensToAKeyHasIt(focus: FocusKind, bound: String, key: String, action: PageAction?) throws {
        var context = Self.context(focus)
        let bound = try Key(bound)
        context.isBoundByPage = { $0 == bound }
        #expect(PageKeys.standard.action(for: try Key(key), in: context) == action)
    }

    @Test(arguments: [
        (#"<div phx-window-keydown="k" phx-key="x">"#, "x", true),
        (#"<div phx-window-keydown="k" phx-key="X">"#, "x", true),
        (#"<div phx-window-keydown="k" phx-key="x">"#, "f", false),
        (#"<div phx-window-keyup="k" phx-key="ArrowUp">"#, "up", true),
        (#"<div phx-window-keydown="k">"#, "f", true),
        (#"<div phx-window-keydown="k">"#, "pagedown", false),
        (#"<div phx-window-keydown="k">"#, "alt+1", false),
        // The focused element's own binding keeps those of the window from its keys.
        (
            #"<div phx-window-keydown="k" phx-key="x"><p class=focus tabindex=0 phx-keydown="k" phx-key="y">"#, "x",
            false
        ),
        (#"<div phx-window-keydown="k" phx-key="x"><p class=focus tabindex=0 phx-keydown="k" phx-key="y">"#, "y", true),
        (#"<p class=focus tabindex=0>"#, "x", false),
        (#"<div phx-keydown="k" phx-key="x"><p class=focus tabindex=0>"#, "x", false),
    ])
    func aPageListensToAKeyOrNot(html: String, key: String, listens: Bool) throws {
        let document = Document(parsing: html)
        document.setActiveElement(try document.first(Selector(".focus"), below: document.root))
        let index = BindingIndex(of: document)
        let bindings = PageBindings(
            document: document, windowBindings: index.elements(.windowKeydown) + index.elements(.windowKeyup))
        #expect(bindings.listen(to: try Key(key)) == listens)
    }

    @Test func noKeyOfAFieldIsAlsoAKeyOfThePageAbove() {
        // The keys of a text field come first; of the page's keys those remain that a field has no use for.
        let context = Self.context(.textArea)
        let shadowed = PageKeyMap.rows.flatMap { $0.keys(in: context) }
            .filter { EditingKeys.command(for: $0, isMultiline: true) != nil }
        #expect(
            Set(shadowed.map(\.name)) == [
                "up", "down", "home", "end", "ctrl+home", "ctrl+end", "alt+left", "ctrl+d", "ctrl+u",
            ])
    }

    static func context(_ focus: FocusKind) -> KeyContext {
        KeyContext(
            focus: focus, isInForm: true, bannerLabels: ["1"], hasBanners: true, hasTargets: { true },
            canScrollUp: true, canScrollDown: { true }, canGoBack: true, canGoForward: false,
            isBoundByPage: { _ in false })
    }
}
