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
