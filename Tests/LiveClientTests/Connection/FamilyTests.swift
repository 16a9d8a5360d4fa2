import HTMLTree
import LiveProtocol
import Testing

@testable import LiveClient

@Suite("Views in one another, when something fails")
struct FamilyTests {
    private func family() throws -> FamilyPage {
        try FamilyPage([
            "v1": FamilyPage.container("c", in: "v1"), "c": "<p>child</p>" + FamilyPage.container("g", in: "c"),
            "g": "<b>grandchild</b>",
        ])
    }

    private func loading(_ page: LivePage) -> [PageLoadingEvent] {
        page.client.log.compactMap { entry in
            if case .pageLoading(let event) = entry.event { event } else { nil }
        }
    }

    @Test("After the main view crashed, views nested two deep are joined again")
    func twoDeep() throws {
        let family = try family()
        family.contents["g"] = "<b>again</b>"
        family.crash("v1")
        #expect(family.joins.map(\.request.params["_mounts"]) == [1, 1, 1])
        #expect(family.joined() == ["v1", "c", "g"])
        #expect(try family.page.text("#g") == "again")
        #expect(try family.page.classes("#g") == ["phx-connected"])
    }

    @Test("A nested view that crashed alone is joined again, and what is nested in it")
    func childAlone() throws {
        let family = try family()
        family.crash("c")
        #expect(family.joins.map(\.request.params["_mounts"]) == [1, 1])
        #expect(family.joined() == ["c", "g"])
        #expect(try family.page.classes("#v1") == ["phx-connected"])
    }

    @Test("The page stops loading when the view that crashed is there again")
    func loadingStops() throws {
        let family = try family()
        let count = loading(family.page).count
        family.crash("v1")
        #expect(
            Array(loading(family.page).dropFirst(count)) == [
                PageLoadingEvent(.error(to: "http://localhost/a", isServer: true), isStart: true),
                PageLoadingEvent(.initial(to: "http://localhost/a"), isStart: false),
            ])
    }

    @Test("A nested view that cannot be joined is tried three times, and shows error classes from the first on")
    func givenUp() throws {
        let family = try FamilyPage([
            "v1": FamilyPage.container("c", in: "v1"),
            "c": #"<p id="p" phx-disconnected='[["dispatch",{"event":"down"}]]'>x</p>"#,
        ])
        family.contents["c"] = nil
        family.crash("c")
        #expect(family.joined() == ["c"])
        #expect(try family.page.classes("#c") == ["phx-loading", "phx-error", "phx-server-error"])
        #expect(try family.page.classes("#v1") == ["phx-connected"])
        family.page.advance(by: 1_000)
        #expect(family.joined() == ["c"])
        family.page.advance(by: 2_000)
        #expect(family.joined() == ["c"])
        #expect(try family.page.classes("#v1") == ["phx-loading", "phx-error", "phx-server-error"])
        family.page.advance(by: 60_000)
        #expect(family.joined() == [])
        #expect(try family.page.text("#p") == "x")
    }

    @Test("A nested view that never could be joined does not keep its family from being shown")
    func neverJoined() throws {
        let family = try FamilyPage(["v1": "<i>main</i>" + FamilyPage.container("c", in: "v1")])
        #expect(!family.page.exists("i"))
        family.page.advance(by: 3_000)
        #expect(family.joined() == ["c", "c"])
        #expect(try family.page.text("i") == "main")
        #expect(try family.page.text("#c").contains("nothing there"))
        #expect(try family.page.classes("#v1") == ["phx-loading", "phx-error", "phx-server-error"])
    }

    @Test("Flash that travelled with a live navigation is not sent with a later join")
    func flashOnce() throws {
        let page = try LivePage("<p></p>")
        page.push(.liveRedirect(LiveRedirect(to: "/b", kind: .push, flash: "token")))
        page.push(.error)
        page.advance(by: 1_000)
        let flashes = page.messages.compactMap { message -> String? in
            if case .join(let request) = message { request.flash ?? "none" } else { nil }
        }
        #expect(flashes == ["none", "token", "none"])
    }
}
