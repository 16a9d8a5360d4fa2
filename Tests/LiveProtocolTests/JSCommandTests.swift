import LiveProtocol
import Testing

@Suite("Commands on the wire")
struct JSCommandTests {
    static let examples: [(JSCommand, String)] = [
        (.push(JSPush(event: "inc")), ##"["push",{"event":"inc"}]"##),
        (
            .push(JSPush(event: "inc", target: .component(3), loading: ".box", pageLoading: true, value: ["one": 1])),
            ##"["push",{"event":"inc","target":3,"loading":".box","page_loading":true,"value":{"one":1}}]"##
        ),
        (.navigate(href: "/home", replace: false), ##"["navigate",{"href":"/home","replace":false}]"##),
        (.patch(href: "/home", replace: true), ##"["patch",{"href":"/home","replace":true}]"##),
        (
            .show(to: "#m", display: nil, transition: "fade-in", timing: JSTiming(time: 50)),
            ##"["show",{"to":"#m","transition":[["fade-in"],[],[]],"time":50}]"##
        ),
        (.hide(to: "#m", transition: nil, timing: JSTiming()), ##"["hide",{"to":"#m"}]"##),
        (
            .toggle(
                to: .inner(".x"), display: "flex", ins: JSTransition(during: ["a"], start: ["b"], end: ["c"]),
                outs: nil, timing: JSTiming(isBlocking: false)),
            ##"["toggle",{"to":{"inner":".x"},"display":"flex","ins":[["a"],["b"],["c"]],"blocking":false}]"##
        ),
        (
            .addClass(["show", "hl"], to: "#m", transition: nil, timing: JSTiming()),
            ##"["add_class",{"names":["show","hl"],"to":"#m"}]"##
        ),
        (
            .removeClass(["show"], to: nil, transition: nil, timing: JSTiming()),
            ##"["remove_class",{"names":["show"]}]"##
        ),
        (
            .toggleClass(["t"], to: .closest("form"), transition: nil, timing: JSTiming()),
            ##"["toggle_class",{"names":["t"],"to":{"closest":"form"}}]"##
        ),
        (
            .transition("shake", to: nil, timing: JSTiming(time: 300)),
            ##"["transition",{"transition":[["shake"],[],[]],"time":300}]"##
        ),
        (.setAttribute(name: "open", value: "", to: "#d"), ##"["set_attr",{"attr":["open",""],"to":"#d"}]"##),
        (.removeAttribute(name: "open", to: nil), ##"["remove_attr",{"attr":"open"}]"##),
        (
            .toggleAttribute(name: "aria-expanded", value: "true", otherValue: "false", to: nil),
            ##"["toggle_attr",{"attr":["aria-expanded","true","false"]}]"##
        ),
        (.ignoreAttributes(["open", "data-*"], to: nil), ##"["ignore_attrs",{"attrs":["open","data-*"]}]"##),
        (
            .dispatch(event: "app:copy", to: "#x", detail: ["id": 1], bubbles: false, blocking: true),
            ##"["dispatch",{"event":"app:copy","to":"#x","detail":{"id":1},"bubbles":false,"blocking":true}]"##
        ),
        (.exec(attribute: "phx-remove", to: "#m"), ##"["exec",{"attr":"phx-remove","to":"#m"}]"##),
        (.focus(to: "main"), ##"["focus",{"to":"main"}]"##),
        (.focusFirst(to: nil), ##"["focus_first",{}]"##),
        (.pushFocus(to: nil), ##"["push_focus",{}]"##),
        (.popFocus, ##"["pop_focus",{}]"##),
    ]

    @Test("every command is written as browsers know it, and read back", arguments: examples)
    func roundTrip(command: JSCommand, wire: String) throws {
        #expect(command.wire.json == wire)
        #expect(try JSCommand.list(parsing: "[\(wire)]") == [command])
    }

    @Test("null counts as absent")
    func null() throws {
        #expect(
            try JSCommand.list(parsing: ##"[["hide",{"to":null,"time":null}]]"##)
                == [.hide(to: nil, transition: nil, timing: JSTiming())])
    }

    @Test(
        "what is no command is refused with the place",
        arguments: [
            ("{}", "the message: expected a list, found {}"),
            (
                ##"[["shout",{}]]"##,
                ##"0.0: expected a command's name such as "push", "show" or "hide", found "shout""##
            ),
            (##"[["push",{}]]"##, "0.1.event: expected a text, found nothing"),
            (##"[["hide",{"to":5}]]"##, "0.1.to: expected a selector, or one under `inner` or `closest`, found 5"),
        ])
    func refusal(text: String, message: String) {
        let error = #expect(throws: JSONDecodingError.self) { try JSCommand.list(parsing: text) }
        #expect(error.map(String.init(describing:)) == message)
    }
}
