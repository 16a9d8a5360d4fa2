import LiveProtocol
import Testing

@testable import LiveEngine

@Suite struct SettingsTests {
    @Test func `a blank name shows an error, a name saves and replaces it, a click dismisses`() {
        let page = TestPage(SettingsView())
        #expect(!page.html.contains("<p"))
        page.submit("save", "name=")
        #expect(
            page.html.contains(
                #"<p class="error" phx-click="lv:clear-flash" phx-value-key="error">Name cannot be blank.</p>"#))
        page.submit("save", "name=Ada")
        #expect(page.html.contains("Saved — welcome, Ada!</p>"))
        #expect(page.html.contains(#"value="Ada""#))
        #expect(!page.html.contains("blank"))
        page.click("lv:clear-flash", ["key": "info"])
        #expect(!page.html.contains("<p"))
        #expect(page.inspection?.context == ["name": "Ada"])
    }

    @Test func `an event that changes nothing is acknowledged without a diff`() {
        let page = TestPage(SettingsView())
        page.submit("save", "name=")
        #expect(page.submit("save", "name=") == .handled(nil))
    }

    @Test func `an unknown event lists the known ones and keeps the page`() {
        let page = TestPage(SettingsView())
        #expect(page.click("sav")?.failure == #"event "sav": the view has no such event; it has "save""#)
        #expect(page.failures == [#"event "sav": the view has no such event; it has "save""#])
        page.submit("save", "name=Ada")
        #expect(page.html.contains("Ada"))
    }
}
