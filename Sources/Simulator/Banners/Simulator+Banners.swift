extension Simulator {
    /// Dismisses a banner as a click on it does. The focus stays where it is.
    func dismiss(_ banner: Banner) {
        guard document.isAlive(banner.trigger) else { return }
        client.dispatchClick(banner.trigger)
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
