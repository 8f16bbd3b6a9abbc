/// How the runs of a form's line look on paper.
extension FormLayout {
    func rich(
        _ line: FilledLine, isBold: Bool = false, isItalic: Bool = false, scale: Double = 1, hasDots: Bool = false
    ) -> RichLine {
        RichLine(elements(of: line, hasDots: hasDots), style: style, isBold: isBold, isItalic: isItalic, scale: scale)
    }

    private func elements(of line: FilledLine, hasDots: Bool) -> [RichLine.Element] {
        var result: [RichLine.Element] = []
        for (index, run) in line.runs.enumerated() {
            let isLast = index == line.runs.count - 1
            switch run.content {
            case .printed(let text): result.append(.text(text))
            case .value(let text):
                if run.isHandwritten, !text.isEmpty {
                    result += scribbles(text, isLast: isLast)
                } else if text.isEmpty {
                    result.append(.dots(hasDots ? emptyBlank(isLast: isLast) : isLast ? "" : "     "))
                } else {
                    result.append(.value(text, isLast: isLast))
                    if !isLast, hasDots, style.leader == .dotsAfter {
                        result.append(.dots(dots(composer.random.number(2...9))))
                    }
                }
            case .boxes(let digits):
                result.append(
                    .picture(
                        run.isHandwritten ? .boxes(blankDigits(digits)) : .boxes(digits),
                        width: Double(digits.count) * DigitBoxes.side, height: 16))
            case .checkbox(let isTicked) where style.hasTypedBoxes:
                result.append(.value(isTicked ? "[X]" : "[ ]", isLast: false))
            case .checkbox(let isTicked):
                result.append(.picture(.checkbox(isTicked: isTicked), width: 12, height: 11))
            case .signature, .code: break
            }
        }
        return result
    }

    func scribbles(_ text: String, isLast: Bool) -> [RichLine.Element] {
        text.split(separator: " ").flatMap { word -> [RichLine.Element] in
            [.picture(.scribble, width: Double(word.count) * style.size * 0.52 + 4, height: style.size), .text(" ")]
        }
    }

    private func blankDigits(_ digits: String) -> String { String(repeating: " ", count: digits.count) }

    private func emptyBlank(isLast: Bool) -> String {
        switch style.leader {
        case .none: isLast ? "" : "          "
        default: dots(isLast ? 40 : 16)
        }
    }

    private func dots(_ count: Int) -> String { String(repeating: ".", count: count) }
}
