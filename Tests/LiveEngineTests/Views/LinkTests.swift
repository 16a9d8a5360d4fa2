import Testing

@testable import LiveEngine

/// Links as the client follows them.
@Suite struct LinkTests {
    @Test func `a link says how it is followed`() {
        #expect(
            link("Back", patch: "/a?b=1&c=2").html
                == #"<a href="/a?b=1&amp;c=2" data-phx-link="patch" data-phx-link-state="push"  >Back</a>"#)
        #expect(
            link("<b>", navigate: "/", replaces: true, isCurrent: true, cssClass: "wide").html
                == """
                <a href="/" data-phx-link="redirect" data-phx-link-state="replace" aria-current="page" \
                class="wide">&lt;b&gt;</a>
                """)
        #expect(link(7, href: "https://example.org").html == #"<a href="https://example.org" >7</a>"#)
        #expect(link("Write", href: "mailto:a@b.org").html == #"<a href="mailto:a@b.org" >Write</a>"#)
    }

    @Test func `no link runs code`() {
        for link in [
            link("x", patch: "javascript:a()"), link("x", navigate: "data:x"), link("x", href: "JavaScript:x"),
        ] {
            #expect(link.html.contains(#"href="unsafe:"#))
        }
    }
}
