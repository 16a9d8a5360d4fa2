import LiveProtocol
import Markup
import Testing

@testable import LiveEngine

/// The banners that a page gets without writing them.
@Suite struct FlashBannerTests {
    struct Price: Encodable, Sendable { var cents = 5 }

    private var flash: Flash {
        var flash = Flash()
        flash.put("note", FlashValue("<i>"))
        flash.put("error", FlashValue(3))
        flash.put("info", FlashValue(Price()))
        return flash
    }

    @Test func `there is one for each message, in the order of putting`() {
        #expect(
            Meta(flash: flash).flashBanners().html == """
                <div id="banners">\
                <p id="flash-note" class="note" role="status" phx-click="lv:clear-flash" phx-value-key="note" >&lt;i&gt;</p>\
                <p id="flash-error" class="error" role="alert" phx-click="lv:clear-flash" phx-value-key="error" >3</p>\
                <p id="flash-info" class="info" role="status" phx-click="lv:clear-flash" phx-value-key="info" >\
                {&#34;cents&#34;:5}</p></div>
                """)
    }

    @Test func `one can be hidden before the view answers`() {
        var flash = Flash()
        flash.put("my note", FlashValue("x"))
        let click = JS.push("lv:clear-flash").hide(to: "#flash-my\\20 note")
        #expect(
            Meta(flash: flash).flashBanners(hidesAtOnce: true).html
                == html(
                    """
                    <div id="banners"><p id="flash-my note" class="my note" role="status" phx-click="\(click)" \
                    phx-value-key="my note" >x</p></div>
                    """))
    }

    @Test func `those of a component are its own`() {
        let html = flash.banners(hidesAtOnce: false, of: 2).html
        #expect(html.hasPrefix(##"<div id="banners-2"><p id="flash-2-note""##))
        #expect(html.contains(#"phx-target="2""#))
    }

    @Test func `a selector may hold interpolations`() {
        let key = "info"
        #expect(JS.hide(to: "#flash-\(key)") == JS.hide(to: .document("#flash-info")))
        #expect(JSTarget.element("flash-info") == "#flash-info")
        #expect(JSTarget.element("1st") == "#\\31 st")
    }

    private func html(_ rendered: Rendered) -> String { rendered.html }
}
