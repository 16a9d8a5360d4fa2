import Templates
import Testing

@testable import LiveEngine

@Suite struct PageValuesTests {
    private struct Context: Encodable {}

    @Test func `flash and meta are there on a page`() throws {
        let page = """
            {% for k, v in flash.items() %}{{ k }};{% endfor %}{{ flash.info }}{{ flash.items.title }}\
            {{ meta.path }}{{ meta.flash|length }}
            """
        let templates = TemplateLibrary(sources: ["page": page, "bare": "[{{ flash.info }}]"])
        var flash = Flash()
        flash.put("info", FlashValue("Saved <ok>"))
        flash.put("items", FlashValue(["title": "T"]))
        let meta = Meta(flash: flash, url: "/a?b=1")
        #expect(
            try templates.render("page", context: Context(), meta: meta).html == "info;items;Saved &lt;ok&gt;T/a2")
        #expect(try templates.render("bare", context: Context()).html == "[]")
    }
}
