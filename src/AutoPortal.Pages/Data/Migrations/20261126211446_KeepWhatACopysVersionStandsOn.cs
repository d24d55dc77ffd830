using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Pages.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepWhatACopysVersionStandsOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "master_version",
                schema: "pages",
                table: "page_versions",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "master_version",
                schema: "pages",
                table: "page_versions");
        }
    }
}
