import Dossiers

extension PageQuality {
    init(of lines: [TextLine]) {
        let words = lines.flatMap(\.words)
        let letters = words.reduce(0) { $0 + $1.text.count }
        let weighted = words.reduce(0.0) { $0 + $1.confidence * Double($1.text.count) }
        self.init(
            confidence: letters == 0 ? 0 : weighted / Double(letters),
            syllables: VietnameseSyllable.share(of: words.lazy.map(\.text)))
    }
}
