using Classifier.Models;

namespace Classifier.App.Workers;

/// <summary>Where models come from.</summary>
internal static class ModelSource
{
    /// <summary>The folder of the model that ships with the program.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "models", "default");

    /// <summary>Opens a model.</summary>
    /// <exception cref="InvalidDataException">The folder holds no model that this program can use; the message says why.</exception>
    public static IClauseModel Open(string folder) => throw new InvalidDataException($"{folder} holds no model. Train one, or use extract.");
}
