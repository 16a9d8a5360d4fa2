import Markup

/// A link to another address of the same view, whose `handleParams` runs next: `\(link("Back", patch: "/plants"))`.
///
/// - Parameters:
///   - text: What is shown.
///   - address: Path and query.
///   - replaces: Whether the present step in history gives way to the new one.
///   - isCurrent: Whether it is the address that the page is at, which is told to those who cannot see it.
///   - cssClass: The value of `class`.
public func link(
    _ text: some TextConvertible, patch address: String, replaces: Bool = false, isCurrent: Bool = false,
    cssClass: String? = nil
) -> Rendered {
    liveLink("\(text)", address, "patch", replaces: replaces, isCurrent: isCurrent, cssClass: cssClass)
}

/// A link to another view over the same connection: `\(link("Back", navigate: "/"))`.
///
/// - Parameters:
///   - text: What is shown.
///   - address: Path and query.
///   - replaces: Whether the present step in history gives way to the new one.
///   - isCurrent: Whether it is the address that the page is at, which is told to those who cannot see it.
///   - cssClass: The value of `class`.
public func link(
    _ text: some TextConvertible, navigate address: String, replaces: Bool = false, isCurrent: Bool = false,
    cssClass: String? = nil
) -> Rendered {
    liveLink("\(text)", address, "redirect", replaces: replaces, isCurrent: isCurrent, cssClass: cssClass)
}

/// A link to another page, here or elsewhere, which is requested anew: `\(link("Source", href: "https://example.org"))`.
///
/// - Parameters:
///   - text: What is shown.
///   - address: A path, or an address that begins with `http:`, `https:`, `mailto:` or `tel:`; any other scheme, which
///     could run code, gets the prefix `unsafe:` and leads nowhere.
///   - cssClass: The value of `class`.
public func link(_ text: some TextConvertible, href address: String, cssClass: String? = nil) -> Rendered {
    let isContact = ["mailto:", "tel:"].contains { address.lowercased().hasPrefix($0) }
    let checked = isContact ? address : JSAddress(stringLiteral: address).text
    return #"<a href="\#(checked)" \#(attribute: "class", cssClass)>\#(text)</a>"#
}

private func liveLink(
    _ content: Rendered, _ address: String, _ kind: String, replaces: Bool, isCurrent: Bool, cssClass: String?
) -> Rendered {
    """
    <a href="\(JSAddress(stringLiteral: address).text)" data-phx-link="\(kind)" \
    data-phx-link-state="\(replaces ? "replace" : "push")" \(attribute: "aria-current", isCurrent ? "page" : nil) \
    \(attribute: "class", cssClass)>\(content)</a>
    """
}
