resource "azurerm_storage_account" "files" {
  name                     = "filesexample"
  resource_group_name      = azurerm_resource_group.main.name
  location                 = azurerm_resource_group.main.location
  account_tier             = "Standard"
  account_replication_type = "LRS"

  blob_properties {
    cors_rule {
      allowed_headers    = ["*"]
      allowed_methods    = ["GET", "PUT"]
      allowed_origins    = ["https://app.example.com"]
      exposed_headers    = ["etag"]
      max_age_in_seconds = 3600
    }
  }
}
