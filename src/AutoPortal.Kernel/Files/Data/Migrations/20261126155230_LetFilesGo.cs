using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Kernel.Files.Data.Migrations
{
    /// <inheritdoc />
    public partial class LetFilesGo : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
