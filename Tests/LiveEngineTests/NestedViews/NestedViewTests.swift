import LiveProtocol
import Testing

@testable import LiveEngine

@Suite("Nested views")
struct NestedViewTests {
    let page = TestFamily(Routes { Route("/") { Fleet() } })

    @Test("A nested view is placed as a container that names its session and its parent")
    func container() throws {
        let token = try #require(page.tokens()["ada"])
        #expect(
            page.html("phx-main").contains(
                #"<li><div id="ada" data-phx-session="\#(token)" data-phx-static data-phx-parent-id="phx-main"></div></li>"#
            ))
    }

    @Test("A container has the tag and attributes it was given, and its own where both say something")
    func ownContainer() {
        let view = liveView(
            Ship(name: "ada"), id: "a\"da",
            container: ViewContainer("section", ["class": "wide", "id": "other", "data-phx-session": "forged"]))
        #expect(
            view.html(session: "S", parent: "P")
                == #"<section id="a&#34;da" data-phx-session="S" data-phx-static data-phx-parent-id="P" class="wide"></section>"#
        )
    }

    @Test("It joins by its token, with its own properties, and is told no address")
    func join() {
        page.joinAll()
        #expect(page.html("ada") == "<b>ada/1 0 </b>")
    }

    @Test("It sees the page's address")
    func address() {
        let page = TestFamily(Routes { Route("/fleet/:name") { Fleet() } }, at: "/fleet/home?page=2")
        page.joinAll()
        #expect(page.inspection("ada")?.context["url"] == "/fleet/home?page=2")
    }

    @Test(arguments: [
        "", "nested.", "nested.0.2", "nested.7.1", "nested.0", "session.phx-main:default", "nested.0.1.1",
    ])
    func `a token that this page did not give out is stale`(_ token: String) {
        #expect(page.join("ada", .nested, session: token) == .refused(.stale))
    }

    @Test("A token is good for its own view only")
    func tokenOfAnother() throws {
        page.click("show", ["ships": ["ada", "bea"]])
        let token = try #require(page.tokens()["ada"])
        #expect(page.join("bea", .nested, session: token) == .refused(.stale))
    }

    @Test("A token of another connection is stale")
    func tokenOfAnotherConnection() throws {
        let token = try #require(page.tokens()["ada"])
        let other = TestPage(on: page.engine)
        other.transport.send(
            ClientFrame(
                joinReference: 90, reference: 90, topic: "lv:ada",
                message: .join(JoinRequest(address: .nested, session: token))))
        #expect(other.receive() == .refused(.stale))
    }

    @Test("Events, flash and timers are each view's own")
    func ownState() {
        page.click("show", ["ships": ["ada", "bea"]])
        page.joinAll()
        page.click("tick", on: "ada")
        page.click("put", ["value": "hello"], on: "bea")
        page.advance(by: .seconds(3))
        #expect(page.html("ada") == "<b>ada/1 3 </b>")
        #expect(page.html("bea") == "<b>bea/1 0 </b><i>info: hello</i>")
        #expect(page.inspection("phx-main")?.flash.isEmpty == true)
    }

    @Test("The page rendered again keeps the view that runs; what it is given then counts when it joins anew")
    func renderedAgain() {
        page.joinAll()
        page.click("count", on: "ada")
        let token = page.tokens()["ada"]
        #expect(page.click("cargo", ["value": 5]) == .handled(nil))
        #expect(page.html("ada") == "<b>ada/1 1 </b>")
        #expect(page.tokens()["ada"] == token)
        page.joinNested("ada")
        #expect(page.html("ada") == "<b>ada/5 0 </b>")
    }

    @Test("A view that was left is joined no more, until it is placed again")
    func left() throws {
        page.joinAll()
        let token = try #require(page.tokens()["ada"])
        page.click("show", ["ships": []])
        page.send(.leave, to: "ada")
        #expect(page.inspection("ada") == nil)
        #expect(page.join("ada", .nested, session: token) == .refused(.stale))
        page.click("show", ["ships": ["ada"]])
        page.joinNested("ada")
        #expect(page.html("ada") == "<b>ada/1 0 </b>")
    }

    @Test("A client that leaves a view late can join it where it was placed again meanwhile")
    func leftLate() {
        page.joinAll()
        page.click("show", ["ships": []])
        page.click("show", ["ships": ["ada"]])
        page.send(.leave, to: "ada")
        page.joinNested("ada")
        #expect(page.html("ada") == "<b>ada/1 0 </b>")
    }

    @Test("A view in a row that moves goes on")
    func moved() {
        page.click("show", ["ships": ["ada", "bea"]])
        page.joinAll()
        page.click("count", on: "bea")
        let tokens = page.tokens()
        page.click("show", ["ships": ["bea", "ada"]])
        #expect(page.tokens() == tokens)
        page.click("count", on: "bea")
        #expect(page.html("bea") == "<b>bea/1 2 </b>")
    }

    @Test("A view in a component is placed and joined, and stays when the component changes")
    func inComponent() {
        page.click("escort", ["value": true])
        let token = page.tokens()["escorted"]
        page.joinNested("escorted")
        page.send(.event(EventPush(type: "click", event: "hoist", component: 1)), to: "phx-main")
        #expect(page.html("phx-main").contains("<div>up "))
        #expect(page.tokens()["escorted"] == token)
        page.click("count", on: "escorted")
        #expect(page.html("escorted") == "<b>escorted/1 1 </b>")
    }

    @Test("Views nest in nested views, and end with them")
    func nestedInNested() {
        page.joinAll()
        page.click("boat", on: "ada")
        page.joinAll(in: "ada")
        #expect(page.html("boat") == "<b>boat/1 0 </b>")
        page.click("tick", on: "boat")
        page.click("show", ["ships": []])
        page.send(.leave, to: "ada")
        #expect(page.inspection("boat") == nil)
        #expect(page.engine.clock.nextDeadline == nil)
        #expect(page.pushes(to: "boat") == [.close])
    }

    @Test("All nested views end with the page")
    func endOfParent() {
        page.joinAll()
        page.click("tick", on: "ada")
        page.send(.leave, to: "phx-main")
        #expect(page.inspection("ada") == nil)
        #expect(page.engine.clock.nextDeadline == nil)
    }

    @Test("Two views of one id are an error in words")
    func placedTwice() {
        #expect(
            page.click("double")?.failure
                == "the live view \"ada\" is placed twice on the page; give each place an id of its own")
        page.joinAll()
        #expect(page.html("ada") == "<b>ada/1 0 </b>")
    }

    @Test("Two views of one id in different views are an error in words")
    func placedElsewhere() {
        page.click("show", ["ships": ["ada", "boat"]])
        page.joinAll()
        page.click("boat", on: "ada")
        #expect(
            page.joinNested("boat", in: "ada")
                == .refused(
                    .crashed(
                        reason:
                            "the live view \"boat\" is placed in two views of the page; give each place an id of its own"
                    )))
        #expect(page.inspection("boat")?.view == "Ship")
    }

    @Test("The title is the business of the view at the address")
    func title() {
        page.joinAll()
        #expect(page.click("title", ["value": "Ship"], on: "ada") == .handled(nil))
    }

    // MARK: Failures

    @Test("A nested view that fails to mount leaves the page and the others alone")
    func mountFails() {
        page.click("show", ["ships": ["ada", "wreck"]])
        page.joinNested("ada")
        #expect(page.joinNested("wreck") == .refused(.crashed(reason: "mount: never afloat")))
        page.click("count", on: "ada")
        page.click("cargo", ["value": 2])
        #expect(page.html("ada") == "<b>ada/1 1 </b>")
        #expect(page.inspection("phx-main")?.failures == [])
    }

    @Test("A nested handler that fails changes nothing anywhere")
    func handlerFails() {
        page.joinAll()
        #expect(page.click("fail", on: "ada")?.failure == #"event "fail": CancellationError()"#)
        page.click("count", on: "ada")
        #expect(page.html("ada") == "<b>ada/1 1 </b>")
        #expect(page.inspection("phx-main")?.failures == [])
    }

    @Test("A nested view that crashes is joined anew while the page goes on")
    func crash() {
        page.joinAll()
        page.click("tick", on: "ada")
        page.advance(by: .seconds(2))
        page.messages = []
        #expect(page.click("crash", on: "ada")?.failure == #"event "crash": struck a rock"#)
        #expect(page.pushes(to: "ada") == [.error])
        #expect(page.pushes(to: "phx-main") == [])
        #expect(page.engine.clock.nextDeadline == nil)
        page.joinNested("ada")
        #expect(page.html("ada") == "<b>ada/1 0 </b>")
    }

    @Test("When the page around them crashes, nested views end, and their tokens are stale")
    func crashOfParent() throws {
        page.joinAll()
        let token = try #require(page.tokens()["ada"])
        page.click("crash")
        #expect(page.inspection("ada") == nil)
        #expect(page.join("ada", .nested, session: token) == .refused(.stale))
        page.join("phx-main", .url("/"), session: TestFamily.session)
        page.joinAll()
        #expect(page.html("ada") == "<b>ada/1 0 </b>")
    }

    // MARK: Talk

    @Test("Parent and child send each other infos of their own types")
    func talk() {
        page.joinAll()
        page.click("tell", ["value": "ahoy"], on: "ada")
        #expect(page.html("phx-main").contains("<h1>ahoy</h1>"))
        page.click("tell", ["ship": "ada", "text": "aye"])
        #expect(page.html("ada") == "<b>ada/1 0 aye</b>")
    }

    @Test("An info for a parent of another type, or for nobody, is no matter")
    func talkToNobody() {
        page.joinAll()
        page.click("boat", on: "ada")
        page.joinAll(in: "ada")
        #expect(page.click("tell", ["value": "lost"], on: "boat") == .handled(nil))
        #expect(page.click("tell", ["ship": "nobody", "text": "lost"]) == .handled(nil))
        #expect(page.inspection("ada")?.failures == [])
    }

    // MARK: Navigation

    @Test("A patch from a nested view is made by the root, with the nested view's new messages")
    func patch() {
        page.joinAll()
        page.messages = []
        #expect(page.click("patch", ["to": "/?page=9"], on: "ada")?.diff != nil)
        #expect(page.html("phx-main").contains("<h1>9</h1><i>info: from ada</i>"))
        #expect(page.pushes(to: "phx-main").first == .livePatch(LivePatch(to: "/?page=9", kind: .push)))
        #expect(page.inspection("ada") != nil)
    }

    @Test("A patch of a nested view stays in the view at the address")
    func patchElsewhere() {
        page.joinAll()
        #expect(
            page.click("patch", ["to": "/nowhere"], on: "ada")?.failure
                == #"a patch stays in its view, and "/nowhere" belongs to another; use pushNavigate(to:)"#)
    }

    @Test("A patch from a view nested in a nested one is the root's as well")
    func patchFromDeep() {
        page.joinAll()
        page.click("boat", on: "ada")
        page.joinAll(in: "ada")
        page.click("patch", ["to": "/?page=3"], on: "boat")
        #expect(page.html("phx-main").contains("<h1>3</h1>"))
        #expect(page.inspection("ada")?.flash.isEmpty == true)
    }

    @Test(arguments: ["navigate", "redirect"])
    func `a nested view sends the page elsewhere, and ends`(_ way: String) throws {
        page.joinAll()
        page.messages = []
        let reply = try #require(page.click(way, ["to": "/?page=1"], on: "ada"))
        let flash: String?
        switch reply {
        case .liveRedirect(let redirect): flash = redirect.flash
        case .redirect(let redirect): flash = redirect.flash
        default: flash = nil
        }
        #expect(page.inspection("ada") == nil)
        #expect(page.pushes(to: "ada").last == .close)
        page.join("phx-main", .redirect("/?page=1"), session: TestFamily.session, flash: flash)
        #expect(page.html("phx-main").contains("<i>info: from ada</i>"))
    }

    @Test("A nested view that leads on while it mounts is not joined")
    func navigatingMount() {
        page.click("show", ["ships": ["ghost"]])
        #expect(page.joinNested("ghost") == .refused(.liveRedirect(LiveRedirect(to: "/"), events: [])))
        #expect(page.inspection("ghost") == nil)
    }

    @Test("A patch of the client is for the view at the address")
    func clientPatch() {
        page.joinAll()
        #expect(page.send(.livePatch(url: "http://localhost/?page=2"), to: "ada") == .linkRedirect)
    }
}
