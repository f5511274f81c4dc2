using Classifier.Models;

namespace Classifier.App.Workers;

/// <summary>Where models come from.</summary>
internal static class ModelSource
{
    /// <summary>The folder of the model that ships with the program.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "models", "default");

    /// <summary>Kinds of model that this program opens beside the library's own; set once, before anything else runs.</summary>
    public static IReadOnlyDictionary<string, ModelOpener> Others { get; set; } = new Dictionary<string, ModelOpener>();

    /// <summary>Opens a model.</summary>
    /// <exception cref="InvalidDataException">The folder holds no model that this program can use; the message says why.</exception>
    public static IClauseModel Open(string folder) => ModelFolder.Open(folder, Others);
}
