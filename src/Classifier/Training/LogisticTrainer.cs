using Classifier.Models;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Classifier.Training;

/// <summary>
/// Fits logistic regressions with ML.NET's L-BFGS on one thread, which repeats exactly (SDCA does not, dotnet/machinelearning#5754), and takes
/// the weights out, so that scoring needs no ML.NET.
/// </summary>
internal sealed class LogisticTrainer(float l2)
{
    private sealed class Example
    {
        public bool Label { get; init; }

        public float Weight { get; init; }

        public VBuffer<float> Features { get; init; }
    }

    /// <summary>Fits one question.</summary>
    /// <param name="features">Number of features.</param>
    /// <param name="vectors">One vector a clause.</param>
    /// <param name="answers">The annotators' answers, in the same order.</param>
    /// <param name="weights">How much each clause counts, above 0.</param>
    public LinearFit Fit(int features, IReadOnlyList<SparseVector> vectors, IReadOnlyList<bool> answers, IReadOnlyList<float> weights)
    {
        if (answers.All(answer => answer) || !answers.Any(answer => answer)) return Constant(features, answers.Count > 0 && answers[0], answers.Count);
        MLContext ml = new(seed: 0);
        SchemaDefinition schema = SchemaDefinition.Create(typeof(Example));
        schema[nameof(Example.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, features);
        IDataView data = ml.Data.LoadFromEnumerable(
            vectors.Select((vector, i) => new Example { Label = answers[i], Weight = weights[i], Features = new VBuffer<float>(features, vector.Indexes.Length, vector.Values, vector.Indexes) }).ToArray(), schema);
        LbfgsLogisticRegressionBinaryTrainer trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            ExampleWeightColumnName = nameof(Example.Weight),
            L1Regularization = 0,
            L2Regularization = l2,
            NumberOfThreads = 1,
            OptimizationTolerance = 1e-5f,
            MaximumNumberOfIterations = 200,
        });
        LinearBinaryModelParameters model = trainer.Fit(data).Model.SubModel;
        return new LinearFit([.. model.Weights], model.Bias);
    }

    /// <summary>Where every answer is the same there is nothing to tell apart: the log-odds of that answer by Laplace's rule.</summary>
    private static LinearFit Constant(int features, bool answer, int count)
    {
        float odds = MathF.Log(count + 1);
        return new LinearFit(new float[features], answer ? odds : -odds);
    }
}
