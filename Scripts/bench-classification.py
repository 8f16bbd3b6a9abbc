"""Compares `hoso model` with scikit-learn; run by Scripts/bench-classification."""

import collections
import gzip
import json
import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.model_selection import StratifiedKFold
from sklearn.naive_bayes import ComplementNB, MultinomialNB
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

HOSO, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
WORK = pathlib.Path(tempfile.mkdtemp())
RIVALS = {
    "multinomial NB": lambda: make_pipeline(CountVectorizer(ngram_range=(1, 2)), MultinomialNB()),
    "complement NB": lambda: make_pipeline(CountVectorizer(ngram_range=(1, 2)), ComplementNB()),
    "linear SVC": lambda: make_pipeline(TfidfVectorizer(sublinear_tf=True), LinearSVC()),
    "linear SVC, pairs": lambda: make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), LinearSVC()),
}


def lines(name):
    path = DATA / name
    with gzip.open(path, "rt") if name.endswith(".gz") else open(path) as file:
        return [json.loads(line) for line in file]


def common(pairs, least=10):
    """Texts whose label at least so many texts have."""
    counts = collections.Counter(label for _, label in pairs)
    return [(text, label) for text, label in pairs if label and counts[label] >= least]


def tasks():
    rows = lines("procedures.jsonl.gz")
    steps = lambda row: row["steps"] if isinstance(row["steps"], str) else "\n".join(row["steps"])
    yield "title -> field", common([(r["name"], r.get("field")) for r in rows])
    yield "body -> field", common([(steps(r), r.get("field")) for r in rows if r.get("steps")])
    yield "title -> ministry", common([(r["name"], r.get("ministry")) for r in rows])
    yield "residence", common([(r["text"], r["label"]) for r in lines("residence-questions.train.jsonl")])


def write(name, pairs):
    path = WORK / name
    with open(path, "w") as file:
        for text, label in pairs:
            file.write(json.dumps({"text": text, "label": label}, ensure_ascii=False) + "\n")
    return path


def seconds(command, into=subprocess.DEVNULL):
    """Processor seconds of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(part) for part in command], stdout=into, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def hoso(train, test, *options):
    """Predictions as (label, probability), processor seconds of training and of predicting."""
    model, answers = WORK / "model", WORK / "answers.jsonl"
    training = seconds([HOSO, "model", "train", "--from", train, "-o", model, "--name", "bench", *options])
    with open(answers, "w") as file:
        predicting = seconds([HOSO, "model", "predict", model, "--on", test], file)
    found = [json.loads(line) for line in open(answers)]
    return [(answer["label"], answer["probability"]) for answer in found], training, predicting


def calibration_error(predictions, truth):
    bins = collections.defaultdict(list)
    for (label, probability), right in zip(predictions, truth):
        bins[min(int(probability * 10), 9)].append((probability, label == right))
    return sum(abs(sum(p for p, _ in b) - sum(r for _, r in b)) for b in bins.values()) / len(truth)


def row(name, accuracies, error=None):
    print(f"  {name:24s} {sum(accuracies) / len(accuracies):.4f}" + (f"   calibration error {error:.4f}" if error else ""))


def compare(title, folds, rivals):
    """Accuracy over all texts of all folds, so that every text weighs the same."""
    size = sum(len(test) for _, test in folds)
    print(f"{title}: {size} texts judged", flush=True)
    answers, truth = [], []
    for train, test in folds:
        answers += hoso(write("train.jsonl", train), write("test.jsonl", test))[0]
        truth += [label for _, label in test]
    row("HoSo", [a[0] == t for a, t in zip(answers, truth)], calibration_error(answers, truth))
    for name in rivals:
        right = []
        for train, test in folds:
            model = RIVALS[name]().fit([t for t, _ in train], [l for _, l in train])
            right += [a == l for a, (_, l) in zip(model.predict([t for t, _ in test]), test)]
        row(name, right)
        sys.stdout.flush()
    return answers


def promise(test, answers, rate=0.05, trials=100):
    """In how many resampled trials a threshold set on one half of the texts keeps its promise on the other."""
    judged = [(text, label, probability, label == found) for (text, label), (found, probability) in zip(test, answers)]
    source, kept, passed, half = random.Random(1), 0, 0, len(judged) // 2
    for _ in range(trials):
        source.shuffle(judged)
        labelled = write("half.jsonl", [item[:2] for item in judged[:half]])
        out = subprocess.run([HOSO, "model", "evaluate", WORK / "model", "--on", labelled, "--error-rate", str(rate), "--json"],
                             capture_output=True, text=True, check=True)
        coverage = json.loads(out.stdout).get("coverage")
        above = [item[3] for item in judged[half:] if coverage and item[2] >= coverage["threshold"]]
        passed += len(above)
        kept += not above or above.count(False) / len(above) <= rate
    print(f"  promise of {rate:.0%} errors at most: kept in {kept} of {trials} resampled trials, "
          f"{passed / trials / (len(judged) - half):.0%} of texts passed", flush=True)


def speed():
    train, test = WORK / "news.train.jsonl", WORK / "news.test.jsonl"
    for name, path in (("train", train), ("test", test)):
        path.write_bytes(gzip.open(DATA / f"20newsgroups-bydate.{name}.jsonl.gz").read())
    rival = """
import json, sys, pickle
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import make_pipeline
rows = [json.loads(line) for line in open(sys.argv[2])]
if sys.argv[1] == "train":
    model = make_pipeline(CountVectorizer(ngram_range=(1, 2)), ComplementNB())
    model.fit([r["text"] for r in rows], [r["label"] for r in rows])
    pickle.dump(model, open(sys.argv[3], "wb"))
else:
    model = pickle.load(open(sys.argv[3], "rb"))
    for label in model.predict([r["text"] for r in rows]): print(json.dumps({"label": label}))
"""
    pickled, model = WORK / "rival.pickle", WORK / "model"
    median = lambda values: sorted(values)[len(values) // 2]
    training, predicting = [], []
    for _ in range(3):
        rival_train = seconds([sys.executable, "-c", rival, "train", train, pickled])
        _, counting, _ = hoso(train, test, "--counts-only")
        _, whole, _ = hoso(train, test)
        training.append((rival_train, counting, whole))
    # Shorter than training and so noisier: more rounds, one right after the other.
    for _ in range(9):
        commands = [sys.executable, "-c", rival, "predict", test, pickled], [HOSO, "model", "predict", model, "--on", test]
        with open(WORK / "answers.rival", "w") as theirs, open(WORK / "answers.jsonl", "w") as ours:
            predicting.append((seconds(commands[0], theirs), seconds(commands[1], ours)))

    rival_train, counting, whole = map(median, zip(*training))
    rival_predict, predict = map(median, zip(*predicting))
    times = sorted(rival / own for rival, own in predicting)
    print("speed on 20 Newsgroups, file to file, processor seconds on one core, medians of rounds in turn: "
          f"{len(training)} of training, {len(predicting)} of predicting")
    print(f"  {'complement NB':24s} training {rival_train:.2f}   predicting {rival_predict:.2f}")
    print(f"  {'HoSo':24s} training {whole:.2f}   predicting {predict:.2f}   counting alone {counting:.2f}")
    print(f"  HoSo is {median(times):.1f} times as fast at predicting ({times[0]:.1f} to {times[-1]:.1f}), "
          f"{rival_train / whole:.1f} times at training, {rival_train / counting:.1f} times at counting alone")
    print(f"  model file {os.path.getsize(WORK / 'model' / 'model.hoso') / 1e6:.1f} MB")


def main():
    random.seed(1)
    news = [[(r["text"], r["label"]) for r in lines(f"20newsgroups-bydate.{part}.jsonl.gz")] for part in ("train", "test")]
    answers = compare("20 Newsgroups bydate", [tuple(news)], list(RIVALS))
    promise(news[1], answers)
    for name, pairs in tasks():
        texts, labels = [t for t, _ in pairs], [l for _, l in pairs]
        folds = [([pairs[i] for i in train], [pairs[i] for i in test])
                 for train, test in StratifiedKFold(5, shuffle=True, random_state=0).split(texts, labels)]
        compare(f"{name}, 5 folds", folds, list(RIVALS))
    speed()


main()
