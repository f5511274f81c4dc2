using Classifier.Models;

namespace Classifier.Training;

/// <summary>What a base model's scores change by.</summary>
/// <param name="Ngrams">Indexes of the base's n-grams that occur in the clauses learnt from, ascending.</param>
/// <param name="Space">How features were scaled when the fits were made.</param>
/// <param name="Fits">For each label the scaled change of each of these n-grams' weights, then of each landmark's, and of the bias.</param>
internal sealed record Correction(int[] Ngrams, CorrectionSpace Space, LinearFit[] Fits)
{
    /// <summary>What a label's weights of <see cref="Ngrams"/> change by.</summary>
    public float[] NgramWeights(int label) => [.. Fits[label].Weights.Take(Ngrams.Length).Select(weight => weight * Space.NgramScale)];

    /// <summary>What a label's weights of the landmarks change by.</summary>
    public float[] LandmarkWeights(int label) => [.. Fits[label].Weights.Skip(Ngrams.Length).Select(weight => weight * Space.LandmarkScale)];

    /// <summary>What a label's bias changes by.</summary>
    public double Bias(int label) => Fits[label].Bias - LandmarkWeights(label).Zip(Space.MeanNearness, (weight, mean) => (double)weight * mean).Sum();
}

/// <summary>The features of a correction. A weight that is to be held L2 times as firmly has a feature of 1/√L2 the size.</summary>
/// <param name="NgramScale">Factor of n-grams' features.</param>
/// <param name="LandmarkScale">Factor of landmarks' features.</param>
/// <param name="MeanNearness">Mean nearness of each landmark; taken off, or all landmarks together would act as a second bias. Empty without landmarks.</param>
internal sealed record CorrectionSpace(float NgramScale, float LandmarkScale, float[] MeanNearness)
{
    /// <summary>A clause's features: its n-grams, then the landmarks.</summary>
    /// <param name="ngrams">The n-grams that count, ascending.</param>
    /// <param name="vector">The clause's n-grams.</param>
    /// <param name="nearness">The clause's nearness to each landmark.</param>
    public SparseVector Features(int[] ngrams, SparseVector vector, float[] nearness)
    {
        (int Place, float Value)[] known = [.. vector.Indexes.Zip(vector.Values, (index, value) => (Array.BinarySearch(ngrams, index), value * NgramScale)).Where(pair => pair.Item1 >= 0)];
        return new SparseVector(
            [.. known.Select(pair => pair.Place), .. Enumerable.Range(ngrams.Length, nearness.Length)],
            [.. known.Select(pair => pair.Value), .. nearness.Select((value, m) => (value - MeanNearness[m]) * LandmarkScale)]);
    }
}
