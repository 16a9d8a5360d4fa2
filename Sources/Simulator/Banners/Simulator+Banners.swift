extension Simulator {
    /// Dismisses a banner by a click on it. The focus stays where it is.
    func dismiss(_ banner: Banner) {
        guard document.isAlive(banner.trigger) else { return }
        client.click(banner.trigger)
        settle()
    }

    /// Dismisses all banners, the newest first.
    func dismissAllBanners() {
        // A view may answer with a banner of its own; so only as many as there are now are dismissed.
        for _ in 0..<banners.count {
            guard let newest = bannerAges.newest(of: banners) else { return }
            dismiss(newest)
        }
    }
}
