"""Ordinary words of many languages, as programs speak to everybody: one of them speaks against a name."""

# By language, the commonest first.
WORDS = """
wurde konnte beim sein anzeigen diese angegeben können verwendet unterstützt gefunden fehlgeschlagen durch muss eines
verwenden wenn ungültige aber einem viele erlaubt gesetzt existiert beenden müssen dieser ausgeben gelesen benötigt
enthält zwischen lesen fehlt verfügbar gibt setzen anderen bereits beendet erwartet öffnen wurden erzeugen finden
entfernt diesem erzeugt dieses ausführen ändern vorhanden ungültig weitere erhalten möglich ignoriert geöffnet leer
geschrieben angegebenen erstellt enthalten geändert diesen angegebene löschen neuen darf schreiben dies ungültiger
unbekannt ausgeführt ungültiges erstellen unbekannter entfernen außerhalb andere sollte erfordert starten hinzufügen
aktuelle mehrere aktuellen zwei benutzt zeigen bitte versuchen läuft erneut während zusammen erforderlich aktiviert
entweder erkannt angeben unbekannte schließen übersprungen ermitteln folgenden geben warten automatisch symbolische
gelöscht mindestens wegen deaktiviert dürfen immer innerhalb deren gesendet abgebrochen überein einmal zurück benutzen
lokale akzeptiert gültigen gestartet senden aktivieren sicher außer gesperrt bevor passt empfangen geladen letzten
konnten möglicherweise zeigt folgen unterstützte gültige geschlossen laden erfolgreich aktuell gültiger leere erlauben
gültig abgeschlossen fehl selbst stattdessen sollten aktualisiert temporäre aktualisieren maximale ermittelt beginnen
aktiv definiert verarbeitet errors größer falsche unerwartete genau unbekanntes erzwingen überprüfen leeren unten
interner auflisten mittels welche sollen worden bestimmt translation regulären überschreiben hinzugefügt jede schlug
überschritten prüfen installiert ersten einige angelegt suchen kopieren notwendig postgresql wählen beginnt pgsql
stimmt entspricht wieder aufgerufen umbenannt verwendete weil nichts passen anstatt implementiert
ignorieren denen ausgewählt wechseln verbinden korrekt installieren alten gespeichert ausgegeben welches genug
aufgebraucht verändern falsch siehe erreicht verändert auswählen bedeutet lokal angezeigt gleich zusätzliche reguläre
gleichen übergeben eingeschaltet ersetzen lokalen weder normale stehen verfügbaren bearbeiten zugegriffen verbunden
überprüft festlegen aufgrund gehört indem wollen versucht gleiche nächste oben fehlende direkt deaktivieren anlegen
dessen fehlender beschädigt überschrieben zuletzt initialisiert anstelle veraltet festgelegt regulärer kurz speichern
folgt unerwarteter abbrechen führen weniger anderes steht durchgeführt melden derzeit funktioniert aller gesucht
gescheitert zugreifen abgelaufen einfügen möchten https holen kleiner folgende fehlerhaft fichier ligne données peut
version erreur option trop fichiers défaut valeur doit informations système commande répertoire options lors entrée
liste nombre utiliser comme invalide utilisateur lire aucun créer taille ouvrir après inconnu utilisé aide sortie
existe obtenir avant échec mémoire lecture vers noms programme argument recherche valeurs arguments affiche trouvé
vide serveur déjà contient autre caractères trouver utilisée contrôle processus deux inconnue peuvent supprimer échoué
impossible afficher même premier lien depuis contenu numéro seulement caractère aucune mise état interne niveau
paramètres nouveau écrire partir disponible écriture cours modifier paramètre exécution exécuter lignes texte chaîne
manquant création nécessaire utilisation environnement autres fois octets lieu uniquement groupe configuration était
emplacement moins plusieurs variable chemin enregistrement début espace pris contexte soit identifiant connexion
correspondant utilise traduc objet symbolique vérification attente faire fonction pouvez élément incorrecte accès
longueur correspondance ajouter spécifié puis valide doivent mettre erreurs suppression temporaire indiqué disque
définir bloc alors autorisé requête disponibles opération utilisant devrait hors aussi défini nouvelle requis actuel
fait commandes courant spécifiée hôte temps entier prend inattendue trouvée analyser cible activé adresse seule
attention partie tampon utilisez secondes spécifier charger étant récupérer changer devez analyse quand tant limite
chaque terminée syntaxe traitement voir table exemple méthode quitte débogage activer sauvegarde terminé automatique
besoin liens attendu affichage pendant retour éléments entrées problème vérifier indique fermer épuisée dernier
déterminer actuellement indiquer réseau binaire extension numérique application celui gestionnaire actuelle paquet
référence valable sécurité description octet modification ignorée prise donnée mots longue plutôt avez statut logiciel
utilisateurs définie versions limites inattendu existant contenant seront compression seul flux ordre fourni
introuvable reconnue fils périphérique encore avertissement requiert manquante envoyer forme attributs créé demande
nécessite toujours contenir ensemble indiquée correspondent session répertoires puede está información datos opción
esta valor tiene pudo número válido sistema debe archivo directorio modo tipo entrada abrir opciones lista salida
usuario desde pero desconocido obtener crear pueden después muestra orden tamaño argumentos programa escribir falló
archivos antes ayuda encontrar sólo nombres usar están argumento formato contiene lugar nuevo demasiado tiempo mismo
mostrar requiere ningún código órdenes valores errores encontró cadena configuración especificado contenido servidor
enlace búsqueda ejecutar texto mensaje cambiar encontrado estar caracteres rango nueva proceso fichero válida vacío
carácter permite falta hacer elemento lectura estándar ejecución establecer demasiados usando ninguna registro nivel
contexto escritura inesperado especifica interno cerrar cabecera inválida inválido máximo fallo omisión objeto
eliminar grupo esperaba predeterminado etiqueta operación cada cero deben bloque punto largo iniciar mientras agotada
dirección página simbólico espacio mensajes forma buscar necesita hasta desconocida acceso solo también seguridad
parámetro otros clave debería ficheros entero sido referencia índice durante determinar cambios entradas ubicación
incorrecto inicio tener contraseña hijo especificar posición vacía longitud campo salir coincide permitido entorno
depuración otro activado función paquete parámetros método utilizar líneas segundos tabla utiliza destino usado
cualquier último cargar dispositivo primero inicial dentro señal soporte conexión verificación sesión disco añadir
locales binario seleccionado debido expresión válidos dado actualmente actualizar reconocido aplicación soportado
patrón esto imagen puntos petición anterior especificada primer codificación clase descripción copia conjunto admite
diferente siguiente cuenta otra bajo atributos acción permisos atributo borrar problema especificó enlaces números
cambio sintaxis posible fecha elementos resultados cual larga puerto enviar espera necesario varios máxima terminó
versiones distinto detalles llamada secuencia parte origen cantidad coincidencia quiere antiguo puntero soportada
tienen inesperada segundo tipos comprobación analizar acceder direcciones predeterminada activar progreso activa
defecto renombrar directorios termina definido elimina misma ficheiro nome pode ficheiros linha opção dados informação
desconhecido versão obter opções criar utilizador padrão falhou tamanho pasta mensagem definir remover nomes erros
falha após vazio podem mesmo novo espaço comando escrever deve mostra desconhecida impossível cabeçalho nenhum contém
ligação ambiente executar predefinição qualquer muito procura apenas conteúdo possível chave escrita disponível
procurar linhas seja estão quando também palavra trabalho dois processo outros leitura operação fazer ajuda alterar
expressão processar execução aplicação tempo suportado requer suportada primeiro fechar definida sinal necessário
predefinido existente adicionar aviso foram configuração acesso fonte ignorar suporte encontrada localização ligações
terminar cadeia suporta segurança intervalo sessão nenhuma pastas registo disponíveis pedido caminho numa onde devido
comandos ponto maior autenticação neste classe longa hora verificação verificar pacote gravar inteiro ainda variável
utilizado único depuração carregar predefinida mensagens rede necessária largura temporário qual parâmetro vazia
começar ignorado isto conter descrição utilizadores duas outro imprimir renomear definições posterior esquerda gestor
mudar seguinte permitir sucesso analisar usada bloco impressão barra dell essere valido informazioni stato questo
versione errore numero opzione impossibile valore dati utente valida nell possibile sconosciuto sulla opzioni riuscita
dopo argomenti trovato nomi lettura creare questa predefinito eseguire prima elenco argomento specificato riuscito
tutti dimensione troppo programma esiste usare modalità dall controllo viene aprire codice scrittura aiuto richiesto
dalla invece valori richiesta posizione specificata necessario trovare richiede primo carattere stata uscita leggere
esecuzione ottenere blocco vuoto usato troppi impostare nessun impostazione disponibile nuovo modifica caratteri
supportato corrente ricerca intervallo maggiori oggetto nessuna esaurita testo iniziale oppure supportata contesto
lunghezza apertura messaggio creazione possono usata terminato stringa mancante accesso chiave rimuovere sconosciuta
contenuto livello fallita intero stati altri stampa impostato corrispondenza anche meno configurazione stesso dovrebbe
voce trovata alcun percorso tutte righe messaggi variabile utilizzare corrisponde regolare potrebbe operazione errori
specificare scrivere validi intestazione collegamento predefinita modello gruppo segnale nuova corretto chiusura
ultimo lungo devono parametro indice dimensioni specifica pagina espressione impostazioni avere simbolico ancora
connessione consentito atteso temporaneo disponibili ignorato altro determinare sullo permessi analizzare nello
tabella avvio sull eseguito causa ogni fare sicurezza precedente sorgente applicazione funzione można pliku może błąd
informacji tylko nazwy danych nazwa podczas wartość katalogu opcji tego wersji plik użytkownika powiodło należy brak
programu wartości więcej systemu opcja zawiera pamięci został jeśli przy musi istnieje nazw zamiast pliki typu listy
wszystkich wymaga mogą wszystkie użyć linii czasu znak opcje udało rozmiar nieznany utworzyć ustawić wyjścia liczba
katalog podano użycie mieć zostać odczytać polecenie nazwę usunąć zapisu polecenia proszę domyślnie dane wyjście
otworzyć zbyt zostanie informacje zmienić czas dużo trybie adres stanu wersja odczytu została uzyskać grupy podać
który funkcji dostępu używać koniec błędu linia ponownie które nagłówka element numer znaki jego nowej poleceń formatu
działanie wejścia argumentu standardowe zostały nieprawidłowy błędna zapisać znaleziono standardowego pusty między
będzie błędny działania zmian opisu używane wyrażenia podanego żadnych nowego formacie elementu zostało nieznana
obiektu strony powodu użytkownik zawartości rozmiaru obsługiwane tryb kontekstu znaku uruchomić parametr innych
wykonać dostępne pola zmiany błędne nagłówek domyślne pomocą będą oznacza jeszcze użycia nazwie klucza przetwarzania
pasuje wyrażenie liczby długość użyte bieżącego którego końcu trybu kończy ścieżki używany błędy obsługi ustawień
zmiennej zmiana podany tymczasowego klucz pamięć procesu odnaleźć pomocy także identyfikator podręcznej wymagane
serwera poza muszą zawartość zakresu biblioteki zawierać tekstu nieprawidłowe tworzenia pakietu ponieważ oczekiwano
wpisu pusta inne pobrać není souboru soubor nelze chyba informace příliš pouze soubory hodnota tuto které neplatný
může počet všechny selhalo paměti seznam číslo výchozí použít řádku žádné čtení před verze velikost nastavení verzi
bude získat otevřít jméno použití mezi pomocí vytvořit nápovědu žádný nejsou příkaz výstup možné odkaz standardní
mnoho adresář neexistuje který žádná obsahuje nastavit tento prostředí hodnoty chybí vyžaduje přepínač místo nebyl
informací selhal aktuální obsah bylo uživatele použije přepínače neznámý selhala seznamu nemůže zprávy znovu pokud
podle adresáře další paměť vagy nincs fájl lehet érvénytelen kell csak szükséges megjelenítése található ismeretlen
sikerült érték következő után kapcsoló beállítása fájlok támogatott sikertelen használata által megadva ezen érvényes
mint meghiúsult üres alapértelmezett engedélyezett akkor felhasználó száma megadott előtt kiírása parancs neve
szabványos minden hosszú helyett könyvtár fájlt ehhez kívül megfelelő való karakter teljes adatok művelet összes
használt tartalmaz létre használja lesz érhető létrehozása vannak közben helyi engedélyezése adott rövid kimenet
létezik bemeneti jelenlegi lévő argumentum rendszer parancsot például használatával eltávolítása listája első
tartalmazó olvasható figyelmen erre kiválasztott hiányzik elem törlése adja esetén hibás poate fost acest eroare
numele prea doar există dacă fișier putut nume după toate intrare multe fișierul fișiere necunoscut eșuat găsit
nevalid sistem despre nevalidă fișierului valoare unui necunoscută caractere această linie memorie informații trebuie
prin timp fișierele număr crea înainte deschide caracter mesaj conține utilizator unei curent într timpul opțiunile
implicită către dintre mare două specificat utilizează versiune ieșire opțiune formatul lungă opțiuni citire numărul
opțiunea ajutor între directorul când versiunea comandă scrie datele trebui citirea deja bază spațiu mult decât
afișează căutare nici obține utilizat starea folosit valoarea ieșirea numai mediu fiecare stare cheie nouă utilizați
găsi temporar olarak hata dosya geçersiz başarısız dosyası fazla tarafından sonra yeniden hatası geçerli sayısı yerine
değeri seçeneği göster öntanımlı satır girdi veri içinde izin oldu olabilir çıktı eksik türü listesi sürüm bulunamadı
bellek dizini kullanıcı değer bilinmeyen zaman dizin bilgi desteklenmiyor komut olan aynı gibi dışı dosyaları kodu
büyük mevcut sahip farklı seçenekler sadece kullan standart seçenek yerel diğer kullanın üzerinde geri satırı bilgisi
uzun arama olmayan seçenekleri işlem bayt durum iptal gerekli anahtar geçici kullanılamaz argüman sürümü
kullanılabilir dosyalar sayı başka eski uyarı biçimi durumu verilen kısa alanı hiçbir kadar kaynak açılamadı içeriyor
bağlı yazma devre numarası sonu başlığı başlık arasında başına özel oluşturulamadı birden deneyin işlemi bilgileri
okunamadı boyutu olduğu kullanılan uygulama ilgili yanlış dışında komutu gnome gösterir uzunluğu bozuk bilinmiyor
hatalı okuma bulundu verisi sırasında ancak sıfır bağlantı zaten doğru giriş kullanılır ifade alınamadı dosyasında
eşleşen etkin göre olmalıdır ortam kimlik değişkeni ayıklama çıkış tekrar adresine içindeki belirtilen niet voor zijn
geen naar wordt deze bestand mislukt tonen heeft naam moet gevonden optie fout bestanden gebruikt beschikbaar lezen
vereist gebruiken waarde standaard opgegeven ongeldige versie gebruik maken ongeldig maar lijst openen bevat instellen
verwijderen informatie aanmaken kunnen ondersteund gegeven onbekend huidige bestaat vinden argumenten zonder nieuwe
genegeerd gebruiker moeten regel geheugen uitvoeren werd opties staat vrijschrift einde toevoegen ingesteld
bestandsnaam tijdens toegestaan tekst nodig schrijven mogelijk onbekende wijzigen teken tussen grootte tekens gaan
geven leeg verkrijgen weergeven inhoud inte eller från denna finns efter misslyckades kunde vara måste namn läsa visa
bort detta värde ingen ogiltig öppna filen skapa ogiltigt okänd använda avsluta flaggan använd filer många endast
stöds hitta kommer hämta skriva utan innehåller istället redan bara skriv mellan används andra sedan listor samma
första angiven varning hittades inget flaggor användas saknas tecken angivna filnamn hjälp användare удалось ошибка
файла значение данных умолчанию строки может слишком использовать открыть записи версии запись получить требуется
должен создать параметра показать размер прочитать число является строка файлы много поддерживается информацию
параметры значения пользователя имеет будет существует отсутствует неверный используется файле нельзя можно содержит
информации должно режим указан этой ошибки версию символ вместо сообщения поиска должны командной чтения выполнения
режиме указать этого более предупреждение количество команды доступа найден строку типа больше выйти выполнить номер
процесс конец байт невозможно содержимое программы определить записать удалить установить справку команда системы
строк помощью адресу ошибках попробуйте вывод каталога могут несколько качестве списка используйте задать сервера
работы заголовок будут ключ формате завершения версия которые ссылки текущий именем одного выводить ссылка сообщение
было поддерживает сообщений идентификатор страница процесса необходимо который нужно например состояние можете
запустить загрузить ошибок вывода задан указано изменить неизвестный аргументы символы заголовка есть найдена
диапазона получения изменения найдено формата запрос неправильный окружения другой новой этом строке уровень также
показывать функции блока выражение длина возможно временный включить разобрать действия вывести состояния проверить
стандартный добавить дополнительной недопустимый игнорируется поток страницы одной элемента операции конце группы
неверное настройки кодом поиск системе установлен базы поддерживаются komyakino пользователь одновременно которых
объекта должна ссылку случае объект неверная пароль использоваться момент ключа ничего переменной удалении значений
команду контекст неожиданный копию создания использования точки проверки размера обработки сохранить внутренняя файлом
запроса выполняется определения указанный соответствует другие сообщайте адреса недопустимое равно была содержать сбой
ошибкой режима конца управления попытка действие безопасности либо использование выхода нераспознанный номера записей
метка завершился пустой найдены указанного каталоге выражения пакет значением запуска доступ нового совпадает дочерний
ошибке каталоги автоматически выделить текста завершилась загрузки пуст недоступен каталогом установлено смещение
установки удаление обработка включён блок существующий обновить ожидается работает работу которого ожидания
переименовать устройства содержимого восстановить текущего выполнении параметром сохранения описания получено перейти
символа расположение страниц файлу функция поля списке преобразовать выбрать класса создавать чтение него подсказка
всего место сжатия метод следует отключить полей изменять подробности последовательность указана новую обновления
отличается шаблон ожидалось базе набор результат заголовке сделать сокет принадлежит название элементы даже канал
отладки буфера принимает места таблицы того аргумента требует числа функцию подключения строкой являются систему
переменная контекста задано указывает разрешить удаления состоянии неправильное информация изменений протокола
приложения пути чтении сменить хотите удалять завершение создание других буфер регулярное журнала нехватка заданы
входной передачи цвета создании успешно неизвестно игнорировать доступных выбора архива допускается серверу проверку
иметь одно имеют которое находится котором базу подключиться описание текстового числом пространства свойство сбросить
порядок вдалося значення помилка даних лише вказано можна кількість після помилки отримати якщо файлів рядок
використовувати версії відкрити рядка повідомлення знайдено немає встановити прочитати розмір створити параметри слід
користувача знайти виконання запис параметрів програми існує було більше посилання читання його файли щодо аргументів
назва використання містить вивести завершення допомогою вказати інформацію показати назви який типу пошуку неможливо
файлі цього попередження підтримується назву системи виконати замість обробки версію можливо рядку команди створення
доступу використовується форматі єднання рядків невідомий визначити символів встановлення режимі часу записати
інформації вийти процес визначення ідентифікатор встановлено отримання змінити сторінка роботи процесу виводити можуть
некоректний назвою зміни вміст списку відповідає помилку передбачено байтів роботу повинен символи помилок довідку
використано потрібно повідомлень завантажити будь забагато надто функції декілька перший цієї додати запит
завантаження розташування записів середовища багато назв очікування підтримки поточний спроби вхідних аргументи групи
змін мають перевірки версія виявлено рядки бази завершити потім закрити оновлення шлях вираз занадто позиції наприклад
яких обмеження значенням користувач виведення будуть кодування керування довжина потребує зберегти таблиці виводу
системі вказаний блоку порожній інші вимкнути неочікуваний цьому запуску рівень розміру кінця введення сторінки
запустити забезпечення користувачем вузла виразу недостатньо значень зображення ласка також даними вказану адреси
видалити вилучити належить виконано стандартного невідома якого блокування некоректна додавання заголовку вказувати
джерела автоматично призначення підтримує вичерпано кінець отримано вимкнено некоректне змінювати попереднього
пропущено містити увімкнено місце обробити розширення памылка радок можа толькі файлаў назвы якія праграмы немагчыма
загаловак памер больш няма прачытаць значэнне даных рэжым ўводу памяць адзін мусіць запіс існуе стварыць нумар
карыстальніка атрымаць вывад пасля запісаць гэты вываду альбо радкоў гэтага падчас спіс падтрымліваецца праграма будзе
аднаго патрабуе занадта некалькі знойдзены колеру ўдалося атрыбутаў яўляецца mova змяшчае памяці знойдзена ўвод
выдаліць загрузкі адкрыць паміж вялікі вызначаны είναι αρχείου αρχείο έχει σφάλμα όνομα πρέπει επιλογή δεδομένων κατά
μόνο μπορεί στον αυτό ανάγνωση τιμή γραμμή υπάρχει συστήματος δυνατή έγκυρη έγκυρο ήταν αρχείων βρέθηκε πληροφορίες
απέτυχε χρήση αρχεία έξοδος εισόδου αριθμός δημιουργία εντολή χρήστη εγγραφή δεδομένα μνήμης κατάσταση έκδοσης
επιλογές έκδοση μήνυμα εντολών λειτουργία κατάλογος εξόδου μέγεθος καταλόγου ενός περισσότερες τέλος ελέγχου χωρίς
εγγραφής υποστηρίζεται οριστεί άνοιγμα ονόματος βάσης εκτός περιέχει πολύ αναζήτηση τους έγκυρος μεταξύ μορφή γραμμής
επιτρέπεται κατάστασης εκτέλεση αυτή βοήθειας χρησιμοποιείται σελίδα μνήμη διακομιστή σφάλματος πληροφοριών εργασίας
λήψη αναζήτησης προειδοποίηση μιας ανάγνωσης κωδικός προς δυνατό χρησιμοποιηθεί κατάλογο μπλοκ σύνδεσης πρόσβασης
ονόματα δημιουργίας ρύθμιση λίστας σύνδεση βρίσκεται dalam dengan dapat atau berkas nama sebagai pada sebuah lebih
hanya adalah baru telah secara saat semua akan versi pengguna gagal informasi memiliki direktori lain membuat daftar
terlalu waktu ketika dikenal menggunakan gunakan digunakan tersedia sebelum panjang harus jika cocok pesan sama besar
membaca masukan perintah menulis aplikasi didukung keluaran membuka berisi ditemukan bisa mungkin kosong diberikan
mengubah sudah setelah tanpa opsi argumen banyak keluar standar peringatan akhir menghapus sedang proses awal tanda
diketahui kunci perangkat menjadi pertama pilihan kesalahan bagian karena suatu dibaca string belum teks tampilkan
ukuran benar الملف يمكن بيانات نظام تغيير مجهول عنصر صورة قيمة قائمة البيانات الملفات arabeyes العملية ترويسة صحيح
المكتب يكون عنوان ملفات الكتابة يوجد التي معلومات إنشاء المستخدم الاسم الألوان القيمة أثناء السر المستند استخدام
القائمة جدول البرنامج خيارات فشلت كلمة العنصر النص واحد قراءة عملية صفحة ربما هناك مجموعة الصور الصفحات حاليا صالحة
اختيار اعرض أيقونة العثور لوحة محتويات الجديد تطبيق فهرس إعادة اليمين اليسار الطابعة الحالة تشغيل توجد علامة جديد
اللون البحث الذاكرة تعذر فارغ موجود مصدر الأسفل الحالي إعداد الحجم يسار الوصلة الصفحة أخرى الطباعة كتابة الوقت يمين
ألوان الذي الأعلى الحزمة خصائص الاتصال إضافة مفاتيح العرض الشاشة الصورة الموقع الأيقونة مخزن مكان مسار ترتيب إدخال
الشبكة طابعة داخل تكون كائن الرمز العلامة العنوان حزمة المهام خاصية عائلة أعلى تثبيت الخيار eglug اختر مفتوح أظهر
التطبيق شبكة مثلا تعيين موقع لهذا إعدادات الأمر خطوط خانة نهاية المسار متعدد تصحيح صندوق مخصص الزر الداخلي الإدخال
العلوي الجديدة المكان قابل الأقصى التقدم مستوى الرسالة الصوت اختصار مدعوم تعديل تحليل الافتراضي المستوى القصوى يحتوي
يمكنك انتهى لهذه مفتاح شريط بناء تعريف منخفض مدعومة حافة الرخصة بريد مؤشر الخط جديدة حالة المجموعة لليمين داخلي بالفعل
اطبع تنسيق للأسفل تحديد المدى دليل للأعلى حاول إرسال نموذج ستعرض الخانة عناصر كمية تدوير سليمة المفتاح تستخدم کردن
مقدار دارد پرونده مورد تعداد تغییر اندازه استفاده صفحه نامعتبر تصویر برنامه باید نمایش باشد یافت هنگام داده کنید حالت
مکان برچسب خطای رنگی فاصله ورودی گزینه خالی سازی نقطه انتخاب نیست پنجره ذخیره حافظه زمینه پایان قالب مجاز بالا کلید
پایین نویسه پویانمایی پشتیبانی تنظیم گزیده فهرست راست تبدیل بستن ندارد دسترسی ستون شکست نمایه گونه درخواست نشده وجود
شوند خورد توان فرزند محلی عملیات ممکن جدید گروه عمودی موقعیت ubuntu فعال خیلی نامعلوم نیاز نقشک شناسه دکمه شبکه لازم
وضعیت خارج دادن ردیف مشخصه منبع دیگر ویژگی گذاری خانه تخته ارتفاع افقی فضای نوشتن نسخه مجموعه شماره ניתן שגיאה מידע
מספר קובץ עבור יותר מערכת לשנות נתונים קבצים ידוע אינו נכשלה אימות available הצגת allowed להיות נדרש מיקום הקובץ size
desktop נכשל כתובת תמונה אינה נתוני שגוי פרטי לבחור מקור טקסט שימוש הגדרות בלתי משתמש חיפוש בלבד פעיל המערכת תקני
pointer שגיאת למצוא רישיון המחדל זיכרון לקבל համար պետք արժեք կարող ունի անուն ֆայլի մասին սխալ արժեքը քանակը տողի
չունի ստեղծել պարունակում պարունակությունը Սխալ անվավեր ֆայլ Չհաջողվեց ֆայլը Ֆայլի տեսակ անհայտ որպես տարր բացել
հնարավոր տարբերակը տվյալներ տվյալները տվյալ հաջողվում պանակի տեսակի Ծրագրի գույնի առաջ վերնագիր գտնել შეცდომა ფაილის
არასწორი შეუძლებელია ჩვენება სახელი გამოყენება პარამეტრი არსებობს ფაილი საწყისი ინფორმაციის უცნობი პარამეტრები
მითითებული მნიშვნელობა ვერსიის არგუმენტი გამოტანა მხოლოდ მეტი ბრძანების უნდა მონაცემების იყოს წაკითხვის შესახებ
პარამეტრების სცადეთ სხვა შემდეგ ძალიან გასვლა იქნება რაოდენობა მიერ ტიპი ზომა ყველა ახალი үшін керек мүмкін сәтсіз
іске қатесі емес орнату қосу қайта көрсету белгісіз болып табылмады түрі аяқталды ауыстыру өзгерту файлын жүктеу жазу
рұқсат бастапқы шығу жасау сақтау атын пайдаланушы ақпаратын шығару жұмыс өшіру жеткіліксіз өлшемі опциялары бума
кезінде уақыты орындау баптаулар қолдау қолданбалар таңдаңыз ішінде дұрыс болады ағымдағы тізімі іздеу темасы
енгізіңіз көшіру бірнеше алдында жады файлды ауысу ретінде жоғары пошта üçün fayl qiyməti növü mətn daxil bilər rəsmi
olaraq sahəsi miqdarı rəsm deyil faylının hündürlüyü bilmir qeyd timsal başlıq malikdir etmək xətası faylı yazı xəta
bilmədi etmə timsalı hökmlü lumatı није могу бити датотеке који назив датотека само података број грешка податке више
вредност користи садржи опција датотеку време опције списак издање врста успео излаз постоји директоријум приказује
које ради неисправна приликом треба садржај подешавања rocketmail уместо стандардни између нису када успело врсте овај
вредности подаци крај након исписује назива бъде това този всички поддържа след трябва грешки стойност който един
използва повече изисква брой опцията връзка изпълнение програмата изход неправилен които преди името чрез стандартния
четене край търсене извеждане знаци съдържа твърде липсва вече вход съобщение част опция празен текущата обект промяна
израз директория списък неправилна бъдат създаване версията epäonnistui nimi tuntematon virhe liian jälkeen kaikki
uudelleen kuin valitsin tämä ovat tiedoston käyttää että tiedosto versio ennen eivät sisältää kanssa löytynyt käytä
olemassa käytöstä arvo loppu voitu tiedostoa joka ikke skal fejl denne brug kunne være navn angivet blev ukendt
ugyldig findes værdi dette bruger hvis finde uden mislykkedes bruge oprette fundet bruges linje blive dansk stedet
tilvalg flere datoteke datoteka može samo broj vrijednost datoteku moguće koje greška koristi podataka više koristiti
prije sadrži vrsta nisu mogu sustava linux način sadržaj popis informacije nakon veličine izlaz umjesto imena alebo
súbor súboru ktoré súbory všetky ktorý zoznam pred zlyhalo použiť príliš vytvoriť riadok informácie môže voľby príkaz
potrebné získať používateľa pamäť veľkosť pomocou údaje žiadne riadku verzia viac adresár otvoriť neznámy odstrániť
tohto medzi nastavenie podľa súbore bolo načítať nepodarilo majú boli existuje nájsť čítaní voľba namiesto neplatná
prostredia
"""
